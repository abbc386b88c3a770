using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>Roles, ties, peers, levels, residuals, growth: models M6 to M9 in the report.</summary>
public sealed class ModelSectionTests
{
    [Fact]
    public void Roles_determinants_and_ties_are_there_with_their_tables()
    {
        KnowledgeModels models = PunjabDiagnosis.Findings.Integration!.Knowledge!;

        models.WithinPlaces.ShouldBeTrue("the network covers three surveyed towns");
        models.Capability.Roles!.Coefficients.Terms.ShouldContain("place_Okara");
        models.Capability.RolesAndDegrees!.Coefficients.Terms.ShouldContain("ties_received");
        models.Determinants.Pooled.ShouldNotBeNull();
        models.Ties.Select(place => place.Place).ShouldBe(["Daska", "Mian Channu", "Okara"]);
        string[] tables = [.. DiagnosisReport.Tables(PunjabDiagnosis.Findings).Select(table => table.Name)];
        tables.ShouldContain("role_capability");
        tables.ShouldContain("role_determinants");
        tables.ShouldContain("knowledge_ties");
        tables.ShouldNotContain("peer_effects");
    }

    [Fact]
    public void Peers_are_refused_with_the_share_that_answered()
    {
        PunjabDiagnosis.Findings.Integration!.Knowledge!.Peers.Refusal.ShouldBe(PeerRefusal.Response);

        Sentence refusal = Sentences("relations").Single(sentence => sentence.Key == "relations.peers_response");
        ((double)refusal.Arguments["response"]!).ShouldBe(PunjabDiagnosis.Findings.Network!.Response);
        Sentences("relations").ShouldNotContain(sentence => sentence.Key.StartsWith("relations.peers_found", StringComparison.Ordinal));
    }

    [Fact]
    public void Fourteen_places_take_the_small_sample_model_and_every_contextual_effect_is_told()
    {
        PlaceModels models = PunjabDiagnosis.Findings.Integration!.Places;

        models.Equations.Select(equation => equation.Equation.Outcome).ShouldBe(["capability", "effort"]);
        models.Equations.ShouldAllBe(equation => equation.Estimator == MultilevelEstimator.SmallSampleMixedModel);
        Sentences("levels").ShouldContain(sentence => sentence.Key == "levels.rule_small");
        Table means = DiagnosisReport.Tables(PunjabDiagnosis.Findings).Single(table => table.Name == "place_means");
        means.Numbers("n").Where(firms => !double.IsNaN(firms)).ShouldAllBe(firms => firms >= SmallCells.LeastFirms);
    }

    [Fact]
    public void Every_equation_has_its_test_of_residuals()
    {
        IntegrationFindings integration = PunjabDiagnosis.Findings.Integration!;
        HashSet<string> tested = [.. integration.Places.Residuals.Equations.Select(row => Key(row.Equation))];

        integration.Account.Equations.Concat(integration.Hypotheses.Equations).Concat(PunjabDiagnosis.Findings.Regressions!.Equations)
            .ShouldAllBe(fit => tested.Contains(Key(fit.Equation)));
        Sentences("levels").ShouldContain(sentence => sentence.Key.StartsWith("levels.residuals_", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_told_of_roles_that_are_too_rare()
    {
        RoleCapabilityResult roles = PunjabDiagnosis.Findings.Integration!.Knowledge!.Capability;

        roles.Counts.ShouldAllBe(count => count.Firms >= SmallCells.LeastFirms);
        roles.Notes.ShouldAllBe(note => !note.Text.Contains('('));
    }

    [Fact]
    public void Dispersed_firms_of_one_kind_are_named_and_of_two_kinds_compared_apart()
    {
        Sentences("comparison", PunjabDiagnosis.Opened).ShouldContain(sentence => sentence.Key == "comparison.one_kind" && (string)sentence.Arguments["kind"]! == "rural");

        Study study = PunjabDiagnosis.Findings.Study;
        PlaceSetting?[] half = [.. study.Firms.Ids.Select((_, firm) => (PlaceSetting?)(firm % 2 == 0 ? PlaceSetting.Rural : PlaceSetting.OtherTown))];
        Findings two = ClusterDiagnosis.Run(study with { Firms = study.Firms with { Settings = half } }, new DiagnosisOptions { Replicates = 19 }, cancellationToken: TestContext.Current.CancellationToken).Findings;
        two.Integration!.Comparison!.Estimates.Select(row => row.Group).ShouldContain("dispersed other_town");
        Sentences("comparison", PunjabDiagnosis.WithOpenGate(two)).Count(sentence => sentence.Key.StartsWith("comparison.kind", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Effort_is_told_by_regime_and_what_goes_with_the_constraints_that_firms_name()
    {
        EffortByRegimeResult effort = PunjabDiagnosis.Findings.Integration!.EffortByRegime!;
        string[] tables = [.. DiagnosisReport.Tables(PunjabDiagnosis.Findings).Select(table => table.Name)];

        (effort.Slopes.Count > 1).ShouldBe(tables.Contains("effort_by_regime"));
        (effort.Constraints is not null).ShouldBe(tables.Contains("constraint_determinants"));
        (effort.Slopes.Count > 1).ShouldBe(Sentences("regimes").Any(sentence => sentence.Key.StartsWith("regimes.effort_", StringComparison.Ordinal)));
        (effort.Slopes.Count > 1 || effort.Notes.Count > 0).ShouldBeTrue();
    }

    [Fact]
    public void The_scale_at_start_is_known_and_exposures_run_through_all_distances()
    {
        PunjabDiagnosis.Findings.Integration!.Hypotheses.Of("H15").Missing.ShouldBeNull();
        SpecificationCurveResult effort = PunjabDiagnosis.Findings.Integration.Curves.Single(curve => curve.Outcome == "effort");
        effort.Dimensions.Single(dimension => dimension.Name == "exposure").Choices.Count.ShouldBe(8);
        SpecificationCurveResult capability = PunjabDiagnosis.Findings.Integration.Curves.Single(curve => curve.Outcome == "capability");
        capability.Dimensions.Single(dimension => dimension.Name == "exposure").Choices.Select(choice => choice.Label).ShouldContain("by density within 0.75 km");
    }

    [Fact]
    public void Without_a_survey_the_report_says_that_the_industry_was_chosen_by_concentration()
    {
        Study bare = PunjabDiagnosis.Findings.Study with { Survey = null, Ties = null };
        Findings chosen = ClusterDiagnosis.Run(bare, new DiagnosisOptions { Replicates = 19 }, cancellationToken: TestContext.Current.CancellationToken).Findings;
        Findings asked = ClusterDiagnosis.Run(bare, new DiagnosisOptions { Replicates = 19, Industry = "farm equipment" }, cancellationToken: TestContext.Current.CancellationToken).Findings;

        chosen.Focus.Reason.ShouldBe(FocusReason.MostConcentrated);
        Sentences("summary", chosen).ShouldContain(sentence => sentence.Key == "summary.focus_most_concentrated");
        Sentences("summary", asked).ShouldNotContain(sentence => sentence.Key == "summary.focus_most_concentrated");
    }

    [Fact]
    public void Methods_name_what_was_used()
    {
        string?[] methods = [.. DiagnosisReport.Tables(PunjabDiagnosis.Findings).Single(table => table.Name == "methods").Texts("method")];

        foreach (string method in (string[])["learning.role-capability", "learning.role-determinants", "learning.knowledge-ties", "learning.peer-effects", "learning.multilevel-model", "learning.residual-dependence"])
        {
            methods.ShouldContain(method);
        }
    }

    [Fact]
    public void Without_a_survey_or_panel_each_section_says_what_is_missing()
    {
        Findings bare = PunjabDiagnosis.Findings with { Integration = null, Spillovers = null };

        Sentences("relations", bare).Single().Key.ShouldBe("relations.none");
        Sentences("levels", bare).Single().Key.ShouldBe("levels.none");
        Sentences("growth", bare).Single().Key.ShouldBe("growth.none");
    }

    [Fact]
    public void A_panel_years_of_founding_and_regions_give_growth_entry_and_innovation()
    {
        Findings findings = PunjabDiagnosis.Findings with { Growth = GrowthModels.Of(MadeUp(), PunjabDiagnosis.Findings.Focus, null, TestContext.Current.CancellationToken) };

        findings.Growth!.Growth!.Growth!.Terms.ShouldContain("ln_own");
        findings.Growth.Growth.Entry!.Terms.ShouldContain("ln_other");
        findings.Growth.Production!.Counts.Terms.ShouldContain("ln_research");
        string[] keys = [.. Sentences("growth", findings).Select(sentence => sentence.Key)];
        keys.ShouldContain(key => key.StartsWith("growth.grown", StringComparison.Ordinal));
        keys.ShouldContain(key => key.StartsWith("growth.entered", StringComparison.Ordinal));
        keys.ShouldContain(key => key.StartsWith("growth.production", StringComparison.Ordinal));
        string[] tables = [.. DiagnosisReport.Tables(findings).Select(table => table.Name)];
        tables.ShouldContain("cluster_growth");
        tables.ShouldContain("knowledge_production");
    }

    // The register of the example with years and workers that follow from the position of a firm, and forty regions.
    private static Study MadeUp()
    {
        Study study = PunjabDiagnosis.Findings.Study;
        FirmRegister firms = study.Firms;
        int[] years = [2000, 2005, 2010, 2015];
        double Wave(int firm, int salt) => Math.Sin((12.9898 * firm) + (78.233 * salt));
        return study with
        {
            Firms = firms with { Year = 2015, Founded = [.. firms.Ids.Select((_, firm) => (double)(1975 + (firm * 7 % 40)))] },
            Panel = new EmploymentPanel(
                [.. years.SelectMany((year, salt) => firms.Ids.Select((_, firm) => new PanelRow(firm, year, Math.Round(6 + (4 * Wave(firm, salt))))))], []),
            Regions = new RegionTable(
                [.. Enumerable.Range(0, 40).Select(region => $"r{region}")], [],
                [.. Enumerable.Range(0, 40).Select(region => Math.Round(3 + (3 * Wave(region, 9))))],
                new Dictionary<string, double[]> { ["research"] = [.. Enumerable.Range(0, 40).Select(region => 5 + (4 * Wave(region, 5)))] }, []),
        };
    }

    private static string Key(LearningEquation equation) => $"{equation.Outcome} ~ {string.Join(" + ", equation.Terms)}";

    private static IEnumerable<Sentence> Sentences(string key, Findings? findings = null)
    {
        findings ??= PunjabDiagnosis.Findings;
        return DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings)).Sections.Single(section => section.Key == key).Blocks.SelectMany(block => block switch
        {
            ParagraphBlock paragraph => paragraph.Sentences,
            ListBlock list => list.Items,
            _ => [],
        });
    }
}
