import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * Runs one node of OpenSearch for tests: Launcher HOME. It prints its address when it
 * is ready, and stops when its standard input ends, so that none outlives its test.
 */
public final class Launcher {
    private static final class TestNode extends Node {
        TestNode(Environment environment) {
            super(environment, List.<Class<? extends Plugin>>of(Netty4Plugin.class, CommonAnalysisPlugin.class), false);
        }

        int port() {
            return injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
        }
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
            .put("path.home", home).put("cluster.name", "briefsearch-test").put("discovery.type", "single-node")
            .put("transport.type", "netty4").put("http.type", "netty4")
            .put("network.host", "127.0.0.1").put("http.port", 0).put("transport.port", 0)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("action.auto_create_index", false)
            .build();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test");
        try (TestNode node = new TestNode(environment)) {
            node.start();
            System.out.println("http://127.0.0.1:" + node.port());
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        }
    }
}
