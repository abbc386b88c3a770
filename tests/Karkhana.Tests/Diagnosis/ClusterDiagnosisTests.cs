using Karkhana.Agglomeration;
using Karkhana.Core.Documents;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Plans;
using Karkhana.Policy;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>The chain as a whole, on the example study whose truth is known.</summary>
public sealed class ClusterDiagnosisTests
{
    [Fact]
    public void The_planted_cluster_is_found_and_the_planted_scatter_is_not()
    {
        PunjabDiagnosis.Findings.Focus.Industry.ShouldBe("farm equipment");
        PunjabDiagnosis.Findings.Concentration!.Find("farm equipment")!.Verdict.ShouldBe(IndustryVerdict.Clustered);
        PunjabDiagnosis.Findings.Concentration.Find("food processing")!.Verdict.ShouldBe(IndustryVerdict.NoDeparture);
        PunjabDiagnosis.Findings.Concentration.Find("auto repair")!.Verdict.ShouldBe(IndustryVerdict.NoDeparture);
    }

    [Fact]
    public void The_planted_null_advantage_is_not_reported_after_correction() => PunjabDiagnosis.Findings.Regressions!.Estimates
        .Where(estimate => estimate.Term == "EE05").ShouldAllBe(estimate => estimate.AdjustedPValue > 0.05);

    [Fact]
    public void Institutions_and_roles_of_industries_enter_the_exposures()
    {
        Findings without = Run(study => study with { Institutions = null, Industries = null, Survey = study.Survey!.Of([.. study.Survey.Firms.Take(30)]) });

        foreach (string advantage in (string[])["EE03", "EE05", "EE06", "JA06", "JA07"])
        {
            PunjabDiagnosis.Findings.Exposures.Find(advantage)!.Sources.ShouldStartWith("register", Case.Sensitive, advantage);
            without.Exposures.Find(advantage)!.Sources.ShouldNotStartWith("register", Case.Sensitive, advantage);
        }
    }

    [Fact]
    public void The_plans_are_filled_from_the_study_and_say_that_it_is_synthetic()
    {
        ProgrammePlan plan = ProgrammePlan.Of(PunjabDiagnosis.Findings);
        Survey survey = PunjabDiagnosis.Findings.Study.Survey!.Of(PunjabDiagnosis.Findings.Focus.ClusteredFirms)!;
        double[] funds = [.. survey.AnswersTo("M3")!.Where(answer => !double.IsNaN(answer))];
        double[] months = [.. survey.AnswersTo("M7")!.Where(answer => !double.IsNaN(answer)).Order()];
        IndicatorValue Of(string id) => plan.Monitoring.Baseline.Single(value => value.Id == id);

        Of("mechanism-funds").Firms.ShouldBe(funds.Length);
        Of("mechanism-funds").Estimate.ShouldBeInRange(Of("mechanism-funds").Low, Of("mechanism-funds").High);
        Of("mechanism-copy").Estimate.ShouldBe(months.Length % 2 == 1 ? months[months.Length / 2] : (months[(months.Length / 2) - 1] + months[months.Length / 2]) / 2);
        Of("capability-intermediate").Firms.ShouldBeLessThanOrEqualTo(survey.Respondents);
        plan.Monitoring.Baseline.Where(value => !double.IsNaN(value.Low)).ShouldAllBe(value => value.Low <= value.Estimate && value.Estimate <= value.High);
        plan.Monitoring.Baseline.ShouldNotContain(value => value.Id.StartsWith("input-")); // the ledger of a programme that has not begun
        plan.Actions!.Actions.Select(action => action.Policy.Lever.Id).ShouldBe(
            PunjabDiagnosis.Findings.Advice!.Levers.Where(item => item.Vetoed == VetoRule.None && item.Score > 0).Take(5).Select(item => item.Lever.Id));
        plan.Actions.Money.ShouldBe("PKR");
        plan.Actions.Firms.ShouldBe(PunjabDiagnosis.Findings.Focus.ClusteredFirms.Length);
        plan.Actions.Actions.ShouldAllBe(action => action.Firms <= plan.Actions.Firms);
        plan.Actions.Actions.Where(action => action.Policy.Intervention.Eligibility.Text.Contains("AC", StringComparison.Ordinal))
            .ShouldAllBe(action => action.Firms < plan.Actions.Firms); // half of the firms lie on either side of a median
        plan.Monitoring.Groups.Select(group => group.Dimension).Distinct().ShouldBe(["size", "place", "apprenticeship"], ignoreOrder: true);
        plan.Monitoring.GroupsTable().Numbers("n").ShouldAllBe(firms => double.IsNaN(firms) || firms >= 5);
        foreach (string dimension in new[] { "size", "apprenticeship" })
        {
            plan.Monitoring.Groups.Where(group => group.Dimension == dimension && group.Value.Id == "mechanism-funds").Sum(group => group.Value.Firms)
                .ShouldBeLessThanOrEqualTo(Of("mechanism-funds").Firms);
        }

        new[] { "capability-level-none", "capability-level-basic", "capability-intermediate" }.Select(Of).Sum(value => value.Estimate).ShouldBe(1, 1e-9);
        string[] documents = [.. plan.Documents(PunjabDiagnosis.Findings).Select(document => MarkdownReport.Render(document.Report, TextCatalogue.Load()))];
        documents.ShouldAllBe(document => document.Contains("**SYNTHETIC", StringComparison.Ordinal));
        documents[0].ShouldContain("Regime");
        documents[1].ShouldContain("| Months until others copy |");
    }

    [Fact]
    public void Without_a_survey_no_action_plan_is_drafted_and_no_baseline_is_told_from_answers()
    {
        Findings findings = Run(study => study with { Survey = null }, PunjabDiagnosis.Findings.Focus.Industry);
        ProgrammePlan plan = ProgrammePlan.Of(findings);

        plan.Actions.ShouldBeNull();
        MarkdownReport.Render(plan.Documents(findings)[0].Report, TextCatalogue.Load()).ShouldContain("levers are not ranked, and no action is drafted");
        plan.Monitoring.Baseline.ShouldAllBe(value => value.Id.StartsWith("network-") || value.Id == "social-reciprocity");
    }

    [Fact]
    public void A_firm_that_has_closed_is_not_diagnosed()
    {
        int closed = PunjabDiagnosis.Findings.Focus.Firms[0];
        Findings findings = Run(study => study with
        {
            Survey = null,
            Ties = null,
            Firms = study.Firms with
            {
                Closed = [.. Enumerable.Range(0, study.Firms.Count).Select(firm => firm == closed ? 2010 : double.NaN)],
            },
        }, PunjabDiagnosis.Findings.Focus.Industry);

        findings.Focus.Firms.ShouldBe([.. PunjabDiagnosis.Findings.Focus.Firms.Skip(1)]);
        findings.Exposures.Exposures.ShouldAllBe(exposure => double.IsNaN(exposure.Values[closed]));
    }

    [Fact]
    public void Sorting_is_warned_about() => Said(PunjabDiagnosis.Findings).ShouldContain("estimates.sorting");

    [Fact]
    public void A_register_alone_says_what_it_cannot_say()
    {
        Findings findings = Run(study => study with { Survey = null, Ties = null });

        findings.Regimes.ShouldBeNull();
        findings.Advice.ShouldBeNull();
        string[] said = Said(findings);
        said.ShouldContain("limits.no_ties");
        said.ShouldContain("limits.no_survey");
        said.ShouldNotContain("estimates.gap");
        said.ShouldContain("summary.clustered");
    }

    [Fact]
    public void One_industry_alone_cannot_be_called_a_cluster()
    {
        Findings findings = Run(study => study with { Survey = null, Ties = null, Firms = study.Firms with { Industries = [.. study.Firms.Industries.Select(_ => "all")] } });

        findings.Concentration.ShouldBeNull();
        Said(findings).ShouldContain("concentration.one_industry");
        Said(findings).ShouldContain("limits.place-is-cluster");
    }

    [Fact]
    public void Answers_of_other_industries_say_nothing_about_the_one_asked_for()
    {
        Findings findings = Run(study => study, "auto repair");

        findings.Regimes.ShouldBeNull();
        findings.Advice.ShouldBeNull();
        Said(findings).ShouldContain("summary.no_departure");
        Said(findings).ShouldNotContain("data_quality.response");
    }

    [Fact]
    public void Establishments_that_all_stand_in_one_place_allow_no_verdict()
    {
        Findings findings = Run(study => study with
        {
            Survey = null,
            Ties = null,
            Firms = study.Firms with
            {
                X = [.. study.Firms.X.Select(_ => 1.0)],
                Y = [.. study.Firms.Y.Select(_ => 1.0)],
            },
        });

        findings.Concentration!.Findings.ShouldAllBe(finding => finding.Verdict == IndustryVerdict.CannotTell);
        Said(findings).ShouldContain("summary.cannot_tell");
    }

    [Fact]
    public void A_survey_below_the_minimum_ranks_no_lever_and_compares_no_groups()
    {
        Findings findings = Run(study => study with { Survey = study.Survey!.Of([.. study.Survey.Firms.Take(50)]) });

        findings.Gate.Allows("channel-learning").ShouldBeFalse();
        Said(findings).ShouldContain("levers.few");
        Said(findings).ShouldNotContain("levers.because");
        DiagnosisReport.Tables(findings).ShouldNotContain(table => table.Name == "lever_ranking");
        Said(findings).ShouldNotContain("estimates.gap");
    }

    [Fact]
    public void Every_sentence_has_its_text_and_all_its_values()
    {
        TextCatalogue texts = TextCatalogue.Load();
        foreach (Findings findings in new[] { PunjabDiagnosis.Findings, Run(study => study with { Survey = null, Ties = null }) })
        {
            foreach (Sentence sentence in Sentences(DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings))))
            {
                texts.Say(sentence).ShouldNotContain("{");
            }
        }
    }

    [Fact]
    public void Tables_have_different_names_and_every_column_is_in_the_dictionary()
    {
        var tables = DiagnosisReport.Tables(PunjabDiagnosis.Findings);

        tables.Select(table => table.Name).ShouldBeUnique();
        tables[^1].RowCount.ShouldBe(tables.SkipLast(1).Sum(table => table.Columns.Count));
        tables.SkipLast(1).ShouldAllBe(table => table.Has("synthetic"));
    }

    private static string[] Said(Findings findings) => [.. Sentences(DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings))).Select(sentence => sentence.Key)];

    private static IEnumerable<Sentence> Sentences(Report report) => report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        TableBlock table => [table.Caption],
        FigureBlock figure => [figure.Caption, figure.AltText],
        _ => (IEnumerable<Sentence>)[],
    });

    private static Findings Run(Func<Study, Study> change, string? industry = null) =>
        ClusterDiagnosis.Run(change(PunjabDiagnosis.Findings.Study), new DiagnosisOptions { Replicates = 99, Industry = industry }).Findings;
}
