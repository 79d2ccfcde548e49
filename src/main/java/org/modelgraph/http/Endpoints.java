package org.modelgraph.http;

import org.modelgraph.Settings;
import org.modelgraph.http.browse.CompareEndpoint;
import org.modelgraph.http.browse.ComparisonReader;
import org.modelgraph.http.browse.DocsEndpoint;
import org.modelgraph.http.browse.EmbedEndpoint;
import org.modelgraph.http.browse.OntologyEndpoint;
import org.modelgraph.http.browse.PanelReader;
import org.modelgraph.http.browse.PlumbingEndpoint;
import org.modelgraph.http.browse.PreviewEndpoint;
import org.modelgraph.http.browse.SheetEndpoint;
import org.modelgraph.http.fragments.FragmentsEndpoint;
import org.modelgraph.http.mapping.Correspondence;
import org.modelgraph.http.mapping.MappingsEndpoint;
import org.modelgraph.http.mapping.SameAsEndpoint;
import org.modelgraph.http.mcp.Conversation;
import org.modelgraph.http.mcp.LlmsEndpoint;
import org.modelgraph.http.mcp.McpEndpoint;
import org.modelgraph.http.mcp.Origins;
import org.modelgraph.http.reconcile.ReconcileEndpoint;
import org.modelgraph.http.reconcile.Register;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.workbench.SavedTexts;

import java.util.List;

/** Everything that a server answers, put together from its parts. */
record Endpoints(
        Settings settings,
        Site site,
        QueryLane lane,
        Lanes lanes,
        Access access,
        Auditing auditing,
        Maintenance maintenance,
        ResultCache results,
        Replicas replicas) {

    List<Endpoint> all(Endpoint status) {
        var limit = settings.queryTimeout();
        var writing =
                new Writing(
                        site,
                        lanes.writes(),
                        access,
                        auditing,
                        limit,
                        maintenance.guard(),
                        replicas);
        var inquiry = new Inquiry(site, lane);
        var panels = new PanelReader(site, inquiry);
        var limits = new Limits(settings, lane, lanes, site.federation());
        var answering = new Answering(site, lane, results);
        var counting = new Counting();
        var comparisons = new ComparisonReader(panels);
        var correspondence = new Correspondence(site);
        var kept = new SavedTexts(settings.database().resolve("saved-queries"));
        return List.of(
                new FrontEndpoint(site, panels),
                new AssetEndpoint(),
                status,
                new StatusPageEndpoint(
                        site, maintenance, lanes.all(), access.isWritable(), replicas),
                new AdminEndpoint(access, maintenance),
                new ReplicationEndpoint(access, replicas),
                new LimitsEndpoint(limits),
                new SparqlEndpoint(site, answering, access, limits),
                new SharedQueryEndpoint(site, answering, kept),
                new WorkbenchEndpoint(site, lane.runs(), counting),
                new UpdateEndpoint(site, writing),
                new GraphStoreEndpoint(site, writing, settings.uploadLimit()),
                new ImportEndpoint(site, writing, settings.uploadLimit(), settings.ontology()),
                new ExportEndpoint(site),
                new DumpEndpoint(site, settings.database().resolve("dumps")),
                new CatalogEndpoint(site.catalog(), site::publicBase, inquiry),
                new QuestionEndpoint(site, inquiry),
                new ListEndpoint(site),
                new SearchEndpoint(site),
                new EmbedEndpoint(site, panels),
                new CompareEndpoint(site, panels, comparisons),
                new SheetEndpoint(site, panels),
                new OntologyEndpoint(site, panels),
                new PreviewEndpoint(site),
                new PlumbingEndpoint(site, counting),
                new MappingsEndpoint(site, correspondence),
                new SameAsEndpoint(site, correspondence),
                new FragmentsEndpoint(site, inquiry),
                new LlmsEndpoint(site),
                new ReconcileEndpoint(site, inquiry, new Register(settings.ontology()), counting),
                new McpEndpoint(
                        new Conversation(site, inquiry, comparisons, counting),
                        new Origins(settings.baseUrl())),
                new DocsEndpoint(site),
                new DerivationEndpoint(site),
                new ChangesEndpoint(site),
                new ThingEndpoint(site, panels));
    }
}
