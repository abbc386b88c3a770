using Karkhana.Agglomeration;
using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Examples;

/// <summary>The synthetic firms keep the published numbers and the planted facts, whatever the seed.</summary>
public sealed class PunjabMarginalsTests : IDisposable
{
    private readonly ExampleFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData(2003)]
    [InlineData(42)]
    public void Numbers_and_sizes_of_makers_are_those_of_the_plan(int seed)
    {
        FirmRegister firms = Read(seed).Firms;
        int[] makers = Makers(firms);
        double[] workers = [.. makers.Select(maker => firms.Employment[maker])];

        makers.Length.ShouldBe(366);
        firms.Count.ShouldBe(1266);
        CountIn(firms, makers, "Daska").ShouldBe(96);
        CountIn(firms, makers, "Faisalabad").ShouldBe(80);
        CountIn(firms, makers, "Okara").ShouldBe(50);
        CountIn(firms, makers, "Mian Channu").ShouldBe(50);
        makers.Count(maker => firms.Clustered[maker] == false).ShouldBe(90);
        (workers.Count(count => count <= 50) / 366.0).ShouldBe(0.89, tolerance: 0.005);
        (workers.Count(count => count > 250) / 366.0).ShouldBe(0.03, tolerance: 0.005);
        workers.Where(count => count <= 50).Average().ShouldBe(8.75, tolerance: 1.2);
    }

    [Theory]
    [InlineData(2003)]
    [InlineData(42)]
    public void Advice_is_as_dense_and_as_mutual_as_the_plan_says_and_stays_in_town(int seed)
    {
        Study study = Read(seed);
        TieTable advice = study.Ties!.OfKind("advice");
        HashSet<(int From, int To)> ties = [.. advice.From.Zip(advice.To)];
        int daska = ties.Count(tie => study.Firms.Places[tie.From] == "Daska");

        ties.Count.ShouldBe(advice.Count);
        ties.ShouldAllBe(tie => study.Firms.Places[tie.From] == study.Firms.Places[tie.To]);
        (daska / (96.0 * 95)).ShouldBeInRange(0.04, 0.09);
        (ties.Count / 276.0).ShouldBeInRange(4, 9);
        (ties.Count(tie => ties.Contains((tie.To, tie.From))) / (double)ties.Count).ShouldBeInRange(0.43, 0.62);
        Enumerable.Range(0, 96).ShouldContain(maker => !ties.Any(tie => tie.From == maker || tie.To == maker));
        advice.Values.ShouldAllBe(value => value >= 1 && value <= 3);
        Transitivity(ties).ShouldBeGreaterThan(0.15); // density is at most 0.13
    }

    [Theory]
    [InlineData("BE1", 0.83)]
    [InlineData("BE2", 0.78)]
    [InlineData("BE3", 0.72)]
    [InlineData("BE4", 0.68)]
    [InlineData("BE5", 0.63)]
    [InlineData("BE6", 0.63)]
    [InlineData("BE7", 0.89)]
    public void Published_shares_are_kept_within_two_standard_errors(string item, double share)
    {
        double[] answers = Known(Read(2003).Survey!, item);

        answers.Average().ShouldBe(share, tolerance: 2 * Math.Sqrt(share * (1 - share) / answers.Length));
    }

    [Theory]
    [InlineData(2003)]
    [InlineData(42)]
    public void Answers_are_missing_as_planted(int seed)
    {
        Survey survey = Read(seed).Survey!;
        int sales = survey.Find("P1");
        double lost = Enumerable.Range(0, survey.Items.Count).Where(item => item != sales)
            .Average(item => survey.Missing[item].Count(code => code is not (MissingCode.Present or MissingCode.NotApplicable)) / (double)survey.Respondents);

        survey.Respondents.ShouldBe(243);
        lost.ShouldBe(0.06, tolerance: 0.006);
        (survey.Missing[sales].Count(code => code != MissingCode.Present) / 243.0).ShouldBe(0.25, tolerance: 3 * Math.Sqrt(0.25 * 0.75 / 243));
    }

    [Fact]
    public void Makers_are_found_clustered_and_food_processing_is_not()
    {
        IndustryConcentrationResult result = IndustryConcentration.Estimate(
            Read(2003).Firms, new IndustryConcentrationOptions { Replicates = 199 }, cancellationToken: TestContext.Current.CancellationToken);

        Verdict(result, "farm equipment").ShouldBe(IndustryVerdict.Clustered);
        Verdict(result, "foundry").ShouldBe(IndustryVerdict.Clustered);
        Verdict(result, "food processing").ShouldBe(IndustryVerdict.NoDeparture);
        Verdict(result, "auto repair").ShouldBe(IndustryVerdict.NoDeparture);
    }

    [Fact]
    public void The_codebook_has_the_words_that_the_modules_read()
    {
        Survey survey = Read(2003).Survey!;

        survey.ItemsOf("capability").Length.ShouldBe(20);
        survey.ItemsOf("effort").Length.ShouldBe(12);
        survey.ItemsOf("absorptive_capacity").Length.ShouldBe(7);
        survey.ItemsOf("external_openness").Length.ShouldBe(15);
        survey.ItemsOf("mechanism").Length.ShouldBe(12);
        survey.ItemsOf("performance").Length.ShouldBe(7);
        survey.ItemsOf("business_environment").Length.ShouldBe(7);
        for (int type = 1; type <= 7; type++)
        {
            survey.ItemsOf($"JA0{type}").ShouldHaveSingleItem();
            survey.ItemsOf($"JA0{type}_change").ShouldHaveSingleItem();
        }

        Enumerable.Range(1, 14).ShouldAllBe(advantage => survey.ItemsOf(FormattableString.Invariant($"EE{advantage:D2}")).Length > 0);
        Enumerable.Range(1, 5).ShouldAllBe(advantage => survey.ItemsOf(FormattableString.Invariant($"DE{advantage:D2}")).Length > 0);
        survey.Items.ShouldAllBe(item => item.Labels.ContainsKey("en"));
    }

    [Fact]
    public void Capability_items_hang_together_and_grow_harder_by_row()
    {
        Survey survey = Read(2003).Survey!;
        double[] means = [.. Enumerable.Range(1, 3).Select(row => survey.ItemsOf("capability")
            .Where(item => survey.Items[item].Complexity == row).Average(item => Known(survey, survey.Items[item].Id).Average()))];

        means[0].ShouldBeGreaterThan(means[1]);
        means[1].ShouldBeGreaterThan(means[2]);
    }

    [Theory]
    [InlineData(2003)]
    [InlineData(42)]
    public void The_planted_item_is_harder_for_dispersed_makers_than_other_basic_items_are(int seed)
    {
        Study study = Read(seed);
        Survey survey = study.Survey!;
        string[] basic = [.. survey.ItemsOf("capability").Where(item => survey.Items[item].Complexity == 1).Select(item => survey.Items[item].Id)];

        double planted = GapOfDispersed(study, "C06");
        double others = basic.Where(item => item != "C06").Average(item => GapOfDispersed(study, item));

        (planted - others).ShouldBeGreaterThan(0.25);
    }

    [Fact]
    public void Schooled_owners_are_more_often_in_clusters_which_a_plain_comparison_does_not_see()
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(_folders.Write("punjab-farm-equipment", 2003), "firms.csv")).Skip(1)
            .Select(line => line.Split(',')).Where(cells => cells[2] == "farm equipment")];
        double Schooling(string clustered) => rows.Where(cells => cells[6] == clustered)
            .Average(cells => double.Parse(cells[8], System.Globalization.CultureInfo.InvariantCulture));

        (Schooling("true") - Schooling("false")).ShouldBeGreaterThan(0.5);
    }

    private static double GapOfDispersed(Study study, string item)
    {
        Survey survey = study.Survey!;
        double[] answers = survey.AnswersTo(item)!;
        double Mean(bool clustered) => Enumerable.Range(0, survey.Respondents)
            .Where(i => !double.IsNaN(answers[i]) && study.Firms.Clustered[survey.Firms[i]] == clustered).Average(i => answers[i]);
        return Mean(true) - Mean(false);
    }

    private Study Read(int seed) => StudyReader.Read(_folders.Write("punjab-farm-equipment", (ulong)seed), cancellationToken: TestContext.Current.CancellationToken);

    private static int[] Makers(FirmRegister firms) =>
        [.. Enumerable.Range(0, firms.Count).Where(firm => firms.Industries[firm] == "farm equipment")];

    private static int CountIn(FirmRegister firms, int[] makers, string town) => makers.Count(maker => firms.Places[maker] == town);

    private static double[] Known(Survey survey, string item) => [.. survey.AnswersTo(item)!.Where(answer => !double.IsNaN(answer))];

    private static IndustryVerdict Verdict(IndustryConcentrationResult result, string industry) =>
        result.Findings.Single(finding => finding.Industry == industry).Verdict;

    /// <summary>The share of two-paths a → b → c that a → c closes.</summary>
    private static double Transitivity(HashSet<(int From, int To)> ties)
    {
        ILookup<int, int> receivers = ties.ToLookup(tie => tie.From, tie => tie.To);
        (int closed, int paths) = (0, 0);
        foreach ((int from, int to) in ties)
        {
            foreach (int next in receivers[to].Where(next => next != from))
            {
                paths++;
                closed += ties.Contains((from, next)) ? 1 : 0;
            }
        }

        return closed / (double)paths;
    }
}
