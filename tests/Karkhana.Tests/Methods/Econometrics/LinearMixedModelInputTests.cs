using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Gaps and wrong calls of the linear mixed model.</summary>
public sealed class LinearMixedModelInputTests
{
    private static readonly RandomTerms Town = new() { Group = "town" };

    [Fact]
    public void Rows_without_group_or_slope_are_dropped_and_counted()
    {
        MultilevelSample whole = WorkshopSample.Whole();
        double[] x = [.. whole.Observations.Data.Numbers("x")];
        string?[] towns = [.. Enumerable.Range(0, WorkshopSample.Y.Length).Select(row => whole.Groups["town"].Labels[whole.Groups["town"].ByRow[row]])];
        x[3] = double.NaN;
        towns[7] = null;
        MultilevelSample gaps = new(
            new RegressionSample(Table.Of("sample", Column.Of("y", WorkshopSample.Y), Column.Of("x", x))),
            new Dictionary<string, Grouping> { ["town"] = Grouping.Of(towns) });

        LinearMixedModelResult result = Estimate(gaps, [], [new RandomTerms { Group = "town", Terms = ["intercept", "x"] }]);

        result.Rows.Count.ShouldBe(30);
        result.Rows.ShouldNotContain(3);
        result.Notes[0].Code.ShouldBe("dropped-rows");
        result.Notes[0].Text.ShouldStartWith("2 of 32 rows");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        MultilevelSample sample = WorkshopSample.Whole();
        MultilevelSample one = sample with { Groups = new Dictionary<string, Grouping> { ["town"] = Grouping.Of([.. WorkshopSample.Y.Select(_ => "a")]) } };
        MultilevelSample own = sample with { Groups = new Dictionary<string, Grouping> { ["town"] = Grouping.Of([.. WorkshopSample.Y.Select((_, i) => $"r{i}")]) } };
        MultilevelSample exact = sample with
        {
            Observations = new RegressionSample(Table.Of("sample", Column.Of("y", WorkshopSample.Z.Select(z => 2 * z)), Column.Of("z", WorkshopSample.Z))),
        };

        Should.Throw<ArgumentException>(() => Estimate(sample, ["x"], [])).Message.ShouldContain("at least one entry");
        Should.Throw<ArgumentException>(() => Estimate(sample, ["x"], [new RandomTerms { Group = "county" }])).Message.ShouldContain("county");
        Should.Throw<ArgumentException>(() => Estimate(sample, ["x"], [new RandomTerms { Group = "town", Terms = ["x", "x"] }])).Message.ShouldContain("once");
        Should.Throw<ArgumentException>(() => Estimate(sample, ["x"], [new RandomTerms { Group = "town", Terms = ["q"] }])).Message.ShouldContain("no column q");
        Should.Throw<ArgumentException>(() => Estimate(one, ["x"], [Town])).Message.ShouldContain("it held 1");
        Should.Throw<ArgumentException>(() => Estimate(own, ["x"], [Town])).Message.ShouldContain("32 groups with 1 terms and 32 rows");
        Should.Throw<ArgumentException>(() => Estimate(exact, ["z"], [Town])).Message.ShouldContain("they determine it");
        Should.Throw<ArgumentException>(() => LinearMixedModel.Estimate(sample, new LinearMixedModelOptions
        {
            Model = Model(["x"]),
            Random = [Town],
            Method = LikelihoodCriterion.Ml,
            DegreesOfFreedom = DegreesOfFreedom.KenwardRoger,
        })).Message.ShouldContain("must be reml");
        Should.Throw<ArgumentOutOfRangeException>(() => new LinearMixedModelOptions { Model = Model([]), Random = [Town], Level = 1 });
    }

    private static ModelSpecification Model(string[] terms) => new() { Outcome = "y", Terms = terms };

    private static LinearMixedModelResult Estimate(MultilevelSample sample, string[] terms, RandomTerms[] random) => LinearMixedModel.Estimate(
        sample, new LinearMixedModelOptions { Model = Model(terms), Random = random }, cancellationToken: TestContext.Current.CancellationToken);
}
