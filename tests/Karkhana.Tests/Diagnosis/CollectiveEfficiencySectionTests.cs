using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>What the report says of joint action, ties, roles and concepts, and what it says that it cannot.</summary>
public sealed class CollectiveEfficiencySectionTests
{
    private static readonly Lazy<Findings> Surveyed = new(() => Run(WithReports(Whole)));

    private static Study Whole => PunjabDiagnosis.Findings.Study;

    // Enough for what is asked of the ties, too few for the models that take most of the time.
    private static Survey Few => Whole.Survey!.Of([.. Whole.Survey.Firms.Take(30)])!;

    [Fact]
    public void Levels_and_changes_come_with_intervals_by_type_direction_and_partners()
    {
        string[] said = Said(PunjabDiagnosis.Findings, "cooperation");

        said.ShouldContain("cooperation.spontaneous_exceed");
        said.Count(key => key.StartsWith("cooperation.change_rose", StringComparison.Ordinal) || key == "cooperation.change_unclear").ShouldBe(4);
        foreach (string id in (string[])["cooperation_levels", "joint_action_changes"])
        {
            Table dots = Figure(PunjabDiagnosis.Findings, id).Data["dots"];
            dots.Numbers("conf_low").ShouldAllBe(low => double.IsFinite(low));
            dots.Texts("term").ShouldContain("type: backward");
            dots.Texts("term").ShouldContain("direction: vertical");
        }

        TextCatalogue.Load().Say(Sentences(PunjabDiagnosis.Findings).First(sentence => sentence.Key == "cooperation.spontaneous_exceed")).ShouldContain("95 % interval");
    }

    [Fact]
    public void Whether_production_and_knowledge_overlap_by_chance_is_said_with_a_permutation_p()
    {
        LayerOverlap overlap = PunjabDiagnosis.Findings.Ties!.System!.Overlap;
        string expected = overlap.PValue > 0.05 ? "tie_kinds.systems_chance" : overlap.Correlation > 0 ? "tie_kinds.systems_together" : "tie_kinds.systems_apart";

        Said(PunjabDiagnosis.Findings, "tie_kinds").Where(key => key.StartsWith("tie_kinds.systems_", StringComparison.Ordinal)).ShouldBe([expected, "tie_kinds.systems_table"]);
        TextCatalogue.Load().Say(Sentences(PunjabDiagnosis.Findings).Single(sentence => sentence.Key == expected)).ShouldContain("permutation p ");
        DiagnosisReport.Tables(PunjabDiagnosis.Findings).Single(table => table.Name == "tie_overlap").Numbers("p_value").ShouldAllBe(p => p >= 0.001 && p <= 1);
        Findings apart = Run(Whole with { Ties = Whole.Ties!.OfKind("advice"), Survey = Few });
        Said(apart, "tie_kinds").ShouldNotContain(key => key.StartsWith("tie_kinds.systems_un", StringComparison.Ordinal));
        Said(apart, "tie_kinds").ShouldContain("tie_kinds.no_systems");
    }

    [Fact]
    public void Tables_of_each_measure_are_in_the_results()
    {
        string[] names = [.. DiagnosisReport.Tables(Surveyed.Value).Select(table => table.Name)];

        foreach (string name in (string[])[
            "collective_efficiency_profile", "collective_efficiency_firms", "collective_efficiency_scores", "joint_action_performance",
            "joint_action_terciles", "joint_action_selectivity", "tie_kinds", "tie_overlap", "tie_portfolios", "knowledge_system",
            "gatekeeper_dependence", "gatekeeper_losses", "role_counts", "peer_structure", "roster_diagnostics", "firms_to_visit_again",
            "tie_agreement", "firm_reporting", "elicitation_agreement", "tied_pairs", "tie_change", "role_change", "concept_indices"])
        {
            names.Count(table => table == name).ShouldBe(1, name);
        }
    }

    [Fact]
    public void Nothing_on_the_page_names_a_firm_and_no_table_names_both_ends_of_a_tie()
    {
        HashSet<string> ids = [.. Whole.Firms.Ids];
        bool NamesFirms(Column column) => column is TextColumn texts && texts.Values.Any(cell => cell is not null && ids.Contains(cell));

        foreach (Findings findings in new[] { PunjabDiagnosis.Findings, Surveyed.Value })
        {
            IReadOnlyList<Table> tables = DiagnosisReport.Tables(findings);
            tables.Where(table => table.Columns.Count(NamesFirms) > 1).Select(table => table.Name).ShouldBeEmpty();
            IEnumerable<Table> shown = DiagnosisReport.Compose(findings, tables).Sections.SelectMany(section => section.Blocks).SelectMany(block => block switch
            {
                TableBlock table => [table.Table],
                FigureBlock figure => figure.Data.Values,
                _ => (IEnumerable<Table>)[],
            });
            shown.Where(table => table.Columns.Any(NamesFirms)).Select(table => table.Name).ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_a_study_of_one_wave_without_reporters_cannot_tell_is_said()
    {
        Said(PunjabDiagnosis.Findings, "network_quality").ShouldBe(
        [
            "network_quality.response", "network_quality.low_response", "network_quality.revisit", "network_quality.roster_table",
            "network_quality.revisit_table", "network_quality.no_reports", "network_quality.no_recall",
        ]);
        Said(PunjabDiagnosis.Findings, "network_change").ShouldBe(["network_change.one_wave"]);
        Said(PunjabDiagnosis.Findings, "concepts").ShouldContain("concepts.needs");
    }

    [Fact]
    public void Reporters_waves_and_recall_are_used_where_there_are()
    {
        Said(Surveyed.Value, "network_quality").ShouldContain("network_quality.agreement");
        Said(Surveyed.Value, "network_quality").ShouldContain("network_quality.recall");
        Said(Surveyed.Value, "network_change").ShouldContain("network_change.between");
        WaveChange wave = Surveyed.Value.Ties!.Waves.Single();
        (wave.Before, wave.After).ShouldBe((2010, 2012));
        (wave.Ties.Dropped, wave.Ties.Created).ShouldBe((0, Advice.Count(tie => tie % 4 == 3)));
        Surveyed.Value.Ties.Portfolio!.Layers.ShouldNotContain(layer => layer.Kind == "advice-recall");
        Surveyed.Value.Ties.Elicitation!.Recalled.Share.ShouldBe(0.5, tolerance: 0.01);
    }

    [Fact]
    public void A_study_without_survey_and_ties_says_what_it_would_need()
    {
        Findings findings = Run(Whole with { Survey = null, Ties = null, TieReports = null });

        string[] said = [.. Sentences(findings).Select(sentence => sentence.Key)];
        foreach (string key in (string[])["cooperation.none", "network.none", "roles.none", "tie_kinds.none", "concepts.none"])
        {
            said.ShouldContain(key);
        }
    }

    [Fact]
    public void Roles_that_the_table_holds_back_cannot_be_counted_on_the_drawing()
    {
        HashSet<int> clustered = [.. PunjabDiagnosis.Findings.Focus.ClusteredFirms];
        Findings findings = Run(Whole with { Survey = Whole.Survey!.Of([.. Whole.Survey.Firms.Where(clustered.Contains).Take(16)]) });

        Table counts = DiagnosisReport.Tables(findings).Single(table => table.Name == "role_counts");
        string[] hidden = [.. counts.Texts("role").Zip(counts.Numbers("n")).Where(row => double.IsNaN(row.Second)).Select(row => row.First!.Replace('_', ' '))];
        hidden.Length.ShouldBeGreaterThanOrEqualTo(2);
        string?[] drawn = [.. Figure(findings, "network").Data["nodes"].Texts("role")];
        drawn.ShouldNotContain(role => hidden.Contains(role));
        drawn.Count(role => role == "roles held back").ShouldBeGreaterThanOrEqualTo(SmallCells.LeastFirms);
        findings.Network!.Roles.Count(KnowledgeRole.TechnologicalGatekeeper).ShouldBeInRange(1, 4);
        DiagnosisReport.Tables(findings).ShouldNotContain(table => table.Name == "gatekeeper_dependence");
        Said(findings, "roles").ShouldContain("roles.gatekeepers_held_back");
    }

    [Fact]
    public void Stability_is_the_share_of_all_settings_with_the_same_role()
    {
        KnowledgeNetwork network = PunjabDiagnosis.Findings.Network!;
        network.Stability.Grid.Count.ShouldBe(720);
        Table roles = DiagnosisReport.Tables(PunjabDiagnosis.Findings).Single(table => table.Name == "knowledge_roles");

        roles.Numbers("stability").ShouldBe(network.Stability.SameShares);
        Table cells = Figure(PunjabDiagnosis.Findings, "role_stability").Data["cells"];
        cells.Numbers("estimate").Zip(cells.Texts("row")).GroupBy(cell => cell.Second).ShouldAllBe(row => Math.Abs(row.Sum(cell => cell.First) - 1) < 1e-9);
    }

    [Fact]
    public void Networks_of_more_than_200_firms_are_drawn_as_a_grid_too()
    {
        FigureBlock grid = Figure(PunjabDiagnosis.Findings, "network_matrix");

        grid.Kind.ShouldBe(FigureKind.NetworkMatrix);
        grid.Data["ties"].RowCount.ShouldBe(PunjabDiagnosis.Findings.Network!.Graph.TieCount);
        Findings small = Run(Whole with { Survey = Few }, keep: firm => Whole.Firms.Places[firm] != "Faisalabad");
        small.Network!.Graph.NodeCount.ShouldBeLessThanOrEqualTo(200);
        Figures(small).ShouldNotContain(figure => figure.Id == "network_matrix");
    }

    [Fact]
    public void Cells_of_the_map_of_actors_tell_no_count_below_five()
    {
        FigureBlock map = Figure(PunjabDiagnosis.Findings, "actors");

        map.Data["points"].Numbers("size").ShouldAllBe(size => size >= 4);
        map.Data["points"].Texts("group").ShouldContain("institutions");
        map.Data["points"].Texts("group").ShouldContain("process specialists");
        map.Data["links"].Numbers("weight").ShouldAllBe(size => size >= 5);
    }

    private static int[] Advice => [.. Enumerable.Range(0, Whole.TieReports!.Count).Where(tie => Whole.TieReports.Reports[tie].Kind == "advice")];

    // All advice is in the second wave, three in four ties also in the first; both ends report the even ones; half are recalled.
    private static Study WithReports(Study study)
    {
        TieReports reports = study.TieReports!;
        List<TieReport> all = [.. reports.Reports.Where(report => report.Kind != "advice").Select(report => report with { Wave = 2012 })];
        foreach (int tie in Advice)
        {
            TieReport report = reports.Reports[tie];
            all.Add(report with { Wave = 2012, Reporter = tie % 2 == 0 ? TieReporter.Both : TieReporter.From });
            if (tie % 2 == 0)
            {
                all.Add(report with { Wave = 2012, Kind = "advice-recall", Reporter = TieReporter.From });
            }

            if (tie % 4 != 3)
            {
                all.Add(report with { Wave = 2010, Reporter = TieReporter.From });
            }
        }

        TieReports surveyed = reports with { Reports = all };
        return study with { TieReports = surveyed, Ties = surveyed.ToTies() };
    }

    private static string[] Said(Findings findings, string section) =>
        [.. Compose(findings).Where(own => own.Key == section).SelectMany(own => own.Blocks).SelectMany(SentencesOf).Select(sentence => sentence.Key)];

    private static IEnumerable<Sentence> Sentences(Findings findings) => Compose(findings).SelectMany(section => section.Blocks).SelectMany(SentencesOf);

    private static IReadOnlyList<Section> Compose(Findings findings) => DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings)).Sections;

    private static IEnumerable<FigureBlock> Figures(Findings findings) => Compose(findings).SelectMany(section => section.Blocks).OfType<FigureBlock>();

    private static FigureBlock Figure(Findings findings, string id) => Figures(findings).Single(figure => figure.Id == id);

    private static IEnumerable<Sentence> SentencesOf(Block block) => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        TableBlock table => [table.Caption],
        _ => [],
    };

    private static Findings Run(Study study, Func<int, bool>? keep = null)
    {
        if (keep is not null)
        {
            study = study with { Ties = Kept(study.Ties!, keep), Firms = study.Firms with { Closed = [.. Enumerable.Range(0, study.Firms.Count).Select(firm => keep(firm) ? double.NaN : 2010)] } };
        }

        return ClusterDiagnosis.Run(study, new DiagnosisOptions { Replicates = 19 }, cancellationToken: TestContext.Current.CancellationToken).Findings;
    }

    private static TieTable Kept(TieTable ties, Func<int, bool> isKept)
    {
        int[] kept = [.. Enumerable.Range(0, ties.Count).Where(tie => isKept(ties.From[tie]) && isKept(ties.To[tie]))];
        return new TieTable(
            ties.FirmIds, [.. kept.Select(tie => ties.From[tie])], [.. kept.Select(tie => ties.To[tie])],
            [.. kept.Select(tie => ties.Kinds[tie])], [.. kept.Select(tie => ties.Values[tie])]);
    }
}
