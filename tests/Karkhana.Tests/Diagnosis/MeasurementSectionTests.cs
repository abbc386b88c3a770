using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>What the report says of the scales, and what it says that it cannot.</summary>
public sealed class MeasurementSectionTests
{
    private static readonly Lazy<Section> Punjab = new(() => SectionOf(PunjabDiagnosis.Findings));

    [Fact]
    public void The_planted_item_is_named_and_at_most_two_others()
    {
        ScaleDifferences[] scales = [.. PunjabDiagnosis.Findings.Scales!.Differences];
        string[] named = [.. scales.SelectMany(scale => scale.Flagged.Concat(scale.Suspected))];

        named.ShouldContain("C06");
        named.Length.ShouldBeLessThanOrEqualTo(3);
        scales.Single(scale => scale.Construct == "capability").Items.Single(item => item.Item == "C06").GroupCoefficient.ShouldBeLessThan(0);
        Sentence sentence = Sentences(Punjab.Value).Single(
            said => said.Key is "measurement.suspected" or "measurement.differential" && ((string)said.Arguments["items"]!).Contains("C06"));
        sentence.ShouldNotBeNull();
    }

    [Fact]
    public void A_small_shift_is_told_as_what_was_seen_and_correlations_with_their_intervals()
    {
        TextCatalogue texts = TextCatalogue.Load();
        texts.Say(Sentence.Of("measurement.keep", ("impact", 0.04))).ShouldContain("small samples cannot exclude a larger one");
        Sentence ladder = Sentences(Punjab.Value).Single(sentence => sentence.Key.StartsWith("measurement.ladder_", StringComparison.Ordinal));
        ScaleCheck check = PunjabDiagnosis.Findings.Scales!.Checks.Single(made => made.Kind == ScaleCheckKind.LadderIndex);

        ladder.Arguments["low"].ShouldBe(check.ConfLow);
        ladder.Arguments["high"].ShouldBe(check.ConfHigh);
        texts.Say(ladder).ShouldContain("95 % interval");
    }

    [Fact]
    public void No_total_gives_away_a_level_a_role_or_a_class_that_is_held_back()
    {
        Findings findings = PunjabDiagnosis.Findings;
        Table[] written = [.. DiagnosisReport.Tables(findings)];
        Table[] persons = [.. Punjab.Value.Blocks.OfType<FigureBlock>().Where(figure => figure.Data.ContainsKey("persons"))
            .Select(figure => figure.Data["persons"])];

        persons.ShouldNotBeEmpty();
        persons.ShouldAllBe(table => HeldBack(table, null).All(missing => missing != 1));
        HeldBack(written.Single(table => table.Name == "role_counts"), null).ShouldAllBe(missing => missing != 1);
        foreach (Table levels in written.Where(table => table.Name == "capability_levels"))
        {
            HeldBack(levels, "function").ShouldAllBe(missing => missing != 1);
        }

        Section section = DiagnosisReport.Compose(findings, written).Sections.Single(own => own.Key == "roles");
        Table roles = section.Blocks.OfType<TableBlock>().Single(block => block.Table.Name == "role_counts").Table;
        double[] told = [.. new[] { "technological_gatekeeper", "isolate" }.Select(role => roles.Numbers("n")[roles.Texts("role").ToList().IndexOf(role)])];
        Sentences(section).Select(sentence => sentence.Key).ShouldContain(told.Any(double.IsNaN) ? "roles.counts_held_back" : "roles.counts");
    }

    [Fact]
    public void What_these_firms_cannot_tell_is_said_with_the_number_needed()
    {
        Sentence[] unknown = [.. Punjab.Value.Blocks.OfType<ListBlock>().SelectMany(block => block.Items)];

        unknown.Select(sentence => sentence.Key).ShouldBe(
        [
            "measurement.too_few_complete", "measurement.too_few_in_complete_group", "measurement.too_few_in_complete_group",
            "measurement.obstacle_no_amounts",
        ]);
        unknown[0].Arguments["needed"].ShouldBe(100);
        ((string)unknown[0].Arguments["checks"]!).ShouldContain("misfitting items");
    }

    [Fact]
    public void The_tables_are_in_the_section_and_among_the_files()
    {
        string[] names = ["scale_diagnostics", "differential_items", "discriminant_validity"];
        string[] shown = [.. Punjab.Value.Blocks.OfType<TableBlock>().Select(block => block.Table.Name)];
        Table[] written = [.. DiagnosisReport.Tables(PunjabDiagnosis.Findings)];

        shown.ShouldBe(["reliability", "discriminant_validity", "scale_diagnostics", "differential_items"]);
        names.ShouldAllBe(name => written.Count(table => table.Name == name) == 1);
        written.Single(table => table.Name == "differential_items").RowCount.ShouldBe(32);
    }

    [Fact]
    public void Effort_and_capability_of_the_example_can_be_told_apart()
    {
        PunjabDiagnosis.Findings.Scales!.Pairs.Select(pair => (pair.First, pair.Second)).ShouldBe(
            [("capability", "effort"), ("capability", "absorptive_capacity"), ("effort", "absorptive_capacity")]);
        Sentences(Punjab.Value).Count(sentence => sentence.Key == "measurement.pair_distinct").ShouldBe(3);
    }

    [Fact]
    public void A_few_firms_give_a_section_of_what_cannot_be_told()
    {
        Study template = StudyReader.Read(Path.Combine(SharedFolder.RepositoryRoot, "studies", "template"), cancellationToken: TestContext.Current.CancellationToken);
        Findings findings = ClusterDiagnosis.Run(template, new() { Replicates = 19 }, cancellationToken: TestContext.Current.CancellationToken).Findings;

        findings.Scales!.Differences.ShouldBeEmpty();
        SectionOf(findings).Blocks.OfType<ListBlock>().SelectMany(block => block.Items).ShouldNotBeEmpty();
    }

    private static int[] HeldBack(Table table, string? key) =>
        [.. Enumerable.Range(0, table.RowCount).GroupBy(row => key is null ? "" : table.Texts(key)[row])
            .Select(group => group.Count(row => double.IsNaN(table.Numbers("n")[row])))];

    private static IEnumerable<Sentence> Sentences(Section section) =>
        section.Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Sentences);

    private static Section SectionOf(Findings findings)
    {
        Report report = DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings));
        HtmlReport.Render(report, TextCatalogue.Load()).ShouldNotBeEmpty(); // every sentence has what its places need
        return report.Sections.Single(section => section.Key == "measurement");
    }
}
