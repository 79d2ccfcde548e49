package org.modelgraph.code;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.modelgraph", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyHttpKnowsJavalin =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.modelgraph.http")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.javalin..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyTheServerAndTheCallerOfOthersKnowJetty =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.modelgraph.http", "org.modelgraph.federation")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule nothingButWhatStartsTheServerKnowsHttp =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.modelgraph.http..",
                            "org.modelgraph.command",
                            "org.modelgraph.embedded")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.modelgraph.http..");

    @ArchTest
    static final ArchRule onlyTheGraphAndTheEngineKnowTdb =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.modelgraph.graph..", "org.modelgraph.engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.jena.tdb2..", "org.apache.jena.dboe..");

    @ArchTest
    static final ArchRule onlyKnowledgeGraphAndItsViewsBeginTransactions =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("KnowledgeGraph")
                    .and()
                    .doNotHaveSimpleName("UnionView")
                    .should()
                    .callMethod(
                            org.apache.jena.sparql.core.DatasetGraph.class,
                            "begin",
                            org.apache.jena.query.TxnType.class);

    @ArchTest
    static final ArchRule theProtocolKnowsNoStore =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.modelgraph.sparql",
                            "org.modelgraph.problem",
                            "org.modelgraph.ingest")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.modelgraph.graph..",
                            "org.modelgraph.browse..",
                            "org.modelgraph.catalog..");

    @ArchTest
    static final ArchRule packagesDependInOneDirection =
            slices().matching("org.modelgraph.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingInterruptsAThread =
            noClasses()
                    .should()
                    .callMethod(java.util.concurrent.Future.class, "cancel", boolean.class)
                    .orShould()
                    .callMethod(java.util.concurrent.ExecutorService.class, "shutdownNow");

    @ArchTest
    static final ArchRule namesAreNouns =
            classes()
                    .should()
                    .haveNameNotMatching(".*(Util|Utils|Helper|Impl|Manager)|.*\\.Abstract[^.]*");
}
