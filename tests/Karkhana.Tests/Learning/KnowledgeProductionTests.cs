using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class KnowledgeProductionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Elasticities_that_made_the_rows_come_back(bool industries)
    {
        KnowledgeProductionSample sample = Sample(industries, (research, university) => Math.Exp((0.7 * Log(research)) + (0.2 * Log(university)) - (university == 0 ? 0.4 : 0)));

        KnowledgeProductionResult result = KnowledgeProduction.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

        int first = industries ? 0 : 1;
        result.Counts.Terms.Skip(first).ShouldBe(["ln_research", "ln_university", "no_university"]);
        Bits.Close([.. result.Counts.Estimates.Skip(first)], [0.7, 0.2, -0.4], relative: 1e-6).ShouldBeTrue();
        Bits.Close([.. result.Logarithms!.Estimates.Skip(first)], [0.7, 0.2, -0.4], relative: 1e-8).ShouldBeTrue();
        (result.CountRows, result.LogarithmRows).ShouldBe((40, 40));
    }

    [Fact]
    public void Regions_without_innovations_count_but_have_no_logarithm()
    {
        KnowledgeProductionSample sample = Sample(industries: false, (research, university) => Math.Floor(research / 6) + (university > 5 ? 1 : 0));

        KnowledgeProductionResult result = KnowledgeProduction.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

        result.CountRows.ShouldBe(40);
        result.LogarithmRows.ShouldBe(sample.Innovations.Count(value => value > 0));
        result.LogarithmRows.ShouldBeLessThan(40);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        KnowledgeProductionSample sample = Sample(industries: false, (research, _) => research);

        Should.Throw<ArgumentException>(() => Estimate(sample with { Inputs = new Dictionary<string, IReadOnlyList<double>>() })).Message.ShouldContain("there was none");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Inputs = new Dictionary<string, IReadOnlyList<double>> { ["research"] = [1.0] } })).Message.ShouldContain("must have 40 values");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Innovations = [.. sample.Innovations.Select(value => -value)] })).Message.ShouldContain("must not be below 0");
    }

    private static KnowledgeProductionResult Estimate(KnowledgeProductionSample sample) =>
        KnowledgeProduction.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

    private static double Log(double amount) => amount == 0 ? 0 : Math.Log(amount);

    private static KnowledgeProductionSample Sample(bool industries, Func<double, double, double> innovations)
    {
        int[] rows = [.. Enumerable.Range(0, 40)];
        double[] research = [.. rows.Select(row => 1.0 + (row * 13 % 23))];
        double[] university = [.. rows.Select(row => (double)(row * row * 7 % 11))];
        return new KnowledgeProductionSample(
            [.. rows.Select(row => $"r{row % 20}")],
            [.. rows.Select(row => innovations(research[row], university[row]))],
            new Dictionary<string, IReadOnlyList<double>> { ["research"] = research, ["university"] = university })
        {
            Industries = industries ? [.. rows.Select(row => $"i{row / 20}")] : null,
        };
    }
}
