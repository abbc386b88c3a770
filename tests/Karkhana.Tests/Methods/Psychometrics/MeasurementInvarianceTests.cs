using System.Globalization;
using CsCheck;
using Karkhana.Methods.Psychometrics;
using Karkhana.Testing;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class MeasurementInvarianceTests
{
    private static readonly MeasurementInvarianceOptions TwoConstructs = new()
    {
        Constructs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["a"] = ["i1", "i2", "i3"], ["b"] = ["i4", "i5", "i6"] },
        HighestLevel = InvarianceLevel.Strict,
    };

    private static readonly double[] Intercepts = [3, 2, 4, 3, 2, 1];

    [Fact]
    public void Groups_that_differ_in_the_constructs_only_are_invariant_throughout_and_their_difference_is_found()
    {
        // In the second group the constructs have variances 1.44 and 0.81, covariance 0.3, and means 0.5 and −0.2.
        MeasurementInvarianceResult result = Estimate(First(60), Second(80, shift: 0), TwoConstructs);

        result.Statistics.ShouldAllBe(statistic => Math.Abs(statistic) < 1e-6);
        result.DegreesOfFreedom.ShouldBe([16, 20, 24, 30]);
        result.CfiDifferences.Skip(1).ShouldAllBe(difference => difference == 0);
        result.Attained.ShouldBe(InvarianceLevel.Strict);
        result.Respondents.ShouldBe([60, 80]);
        Bits.Close([.. result.FactorMeans.Cast<double>()], [0, 0, 0.5, -0.2], relative: 1e-6).ShouldBeTrue();
        result.FactorMeanErrors[1, 0].ShouldBeGreaterThan(0.05);
        result.FactorMeanErrors[0, 0].ShouldBe(double.NaN);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void An_intercept_that_differs_stops_at_metric_whatever_comes_after()
    {
        MeasurementInvarianceResult result = Estimate(First(60), Second(80, shift: 1), TwoConstructs);

        result.Attained.ShouldBe(InvarianceLevel.Metric);
        result.Holds.ShouldBe([true, true, false, true]);
        result.Statistics[2].ShouldBeGreaterThan(10);
    }

    [Fact]
    public void The_rule_can_be_loosened()
    {
        MeasurementInvarianceResult result = Estimate(First(60), Second(80, shift: 1), TwoConstructs with { CfiFall = 0.9 });

        result.Attained.ShouldBe(InvarianceLevel.Strict);
    }

    [Fact]
    public void Each_level_fits_no_better_than_the_one_before_and_units_do_not_matter() => Gen.Int[1, 9].Array[6].Sample(
        units =>
        {
            MeasurementInvarianceResult Of(int[] by) => Estimate(Scaled(First(60), by), Scaled(Second(80, shift: 0.4), by), TwoConstructs);
            MeasurementInvarianceResult result = Of([1, 1, 1, 1, 1, 1]);
            MeasurementInvarianceResult moved = Of(units);
            return Bits.Close(
                [.. moved.Statistics, .. moved.Cfi, .. moved.Srmr, .. moved.FactorMeans.Cast<double>()],
                [.. result.Statistics, .. result.Cfi, .. result.Srmr, .. result.FactorMeans.Cast<double>()], relative: 1e-5)
                && moved.Statistics.Zip(moved.Statistics.Skip(1)).All(pair => pair.Second >= pair.First - 1e-6);
        },
        iter: 10);

    [Fact]
    public void Two_schools_have_the_numbers_of_lavaan()
    {
        string? file = SharedFolder.Find("reference", "data", "holzinger1939.csv");
        Assert.SkipWhen(file is null, "The folder of reference data is not there.");
        string[][] rows = [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))];
        double[][] answers = [.. Enumerable.Range(6, 9).Select(
            column => rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)).ToArray())];
        Dictionary<string, IReadOnlyList<string>> constructs = new(StringComparer.Ordinal)
        {
            ["visual"] = ["i1", "i2", "i3"],
            ["textual"] = ["i4", "i5", "i6"],
            ["speed"] = ["i7", "i8", "i9"],
        };

        MeasurementInvarianceResult result = MeasurementInvariance.Estimate(
            new GroupedResponses(FactorData.Of(answers), [.. rows.Select(row => row[4])]),
            new() { Constructs = constructs, HighestLevel = InvarianceLevel.Strict },
            cancellationToken: TestContext.Current.CancellationToken);

        // lavaan 0.6.14, cfa(group = "school", group.equal), likelihood normal.
        Bits.Close(result.Statistics, [115.85134387555937, 124.04354417999318, 164.1028309251828, 181.51134523026985], relative: 1e-9).ShouldBeTrue();
        result.DegreesOfFreedom.ShouldBe([48, 54, 60, 69]);
        Bits.Close(result.Cfi, [0.9233983804089645, 0.9209234685767748, 0.8824718126805856, 0.8729789157483544], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Rmsea, [0.09691485676761193, 0.09283653586829779, 0.1073710980892572, 0.10408912633332958], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Srmr, [0.06786401175252062, 0.07165158378980735, 0.08244705857879846, 0.08826264954324822], relative: 1e-6).ShouldBeTrue();
        result.Attained.ShouldBe(InvarianceLevel.Metric);
    }

    [Fact]
    public void Respondents_with_a_gap_are_left_out_and_counted()
    {
        double[][] withGap = [.. First(61).Select((item, i) => i == 0 ? [double.NaN, .. item[1..]] : item)];

        MeasurementInvarianceResult result = Estimate(withGap, Second(80, shift: 0), TwoConstructs);

        result.Respondents.ShouldBe([60, 80]);
        result.Notes.ShouldContain(note => note.Code == "incomplete-respondents" && note.Text.StartsWith("1 of 141 "));
    }

    [Fact]
    public void Constructs_that_describe_the_groups_badly_are_noted()
    {
        MeasurementInvarianceOptions mixed = TwoConstructs with
        {
            Constructs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["a"] = ["i1", "i2", "i4"], ["b"] = ["i3", "i5", "i6"] },
        };

        Estimate(First(60), Second(80, shift: 0), mixed).Notes.Select(note => note.Code).ShouldContain("poor-configural-fit");
    }

    [Fact]
    public void Too_little_to_go_by_and_wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(First(60), Second(30, shift: 0), TwoConstructs)).Message.ShouldContain("at least 50 respondents who answered every item; two had 30");
        Should.Throw<ArgumentException>(() => Estimate(First(60), [.. Second(30, 0).Select(item => item[..6])], TwoConstructs with { LeastRespondents = 3 }))
            .Message.ShouldContain("6 and 6 in group two");
        Should.Throw<ArgumentException>(() => Estimate(First(60), [.. Second(60, 0)[..5], [.. Enumerable.Repeat(2.0, 60)]], TwoConstructs))
            .Message.ShouldContain("i6 in group two is 2");
        Should.Throw<ArgumentException>(() => MeasurementInvariance.Estimate(
            new GroupedResponses(FactorData.Of(First(60)), [.. Enumerable.Repeat("one", 60)]), TwoConstructs, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("there were 1");
        Should.Throw<ArgumentException>(() => MeasurementInvariance.Estimate(
            new GroupedResponses(FactorData.Of(First(60)), ["one", "two"]), TwoConstructs, cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentException>(() => Estimate(First(60), Second(80, 0), TwoConstructs with
        {
            Constructs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["a"] = ["i1", "i2", "i3"] },
        })).Message.ShouldContain("i4 belongs to no construct");
        Should.Throw<ArgumentOutOfRangeException>(() => TwoConstructs with { CfiFall = -0.1 });
        Should.Throw<ArgumentOutOfRangeException>(() => TwoConstructs with { LeastRespondents = 2 });
    }

    private static double[][] First(int respondents) => Group(respondents, [1, 0.4, 1], [0, 0], 0);

    private static double[][] Second(int respondents, double shift) => Group(respondents, [1.44, 0.3, 0.81], [0.5, -0.2], shift);

    /// <summary>A group whose model holds exactly with divisor n: loadings and residuals of the two blocks, factor moments as
    /// given, the intercept of the second item shifted.</summary>
    private static double[][] Group(int respondents, double[] factors, double[] means, double shift)
    {
        Matrix<double> loadings = FactorData.TwoBlocks();
        Matrix<double> phi = Matrix<double>.Build.DenseOfArray(new[,] { { factors[0], factors[1] }, { factors[1], factors[2] } });
        Matrix<double> covariances = (loadings * phi * loadings.Transpose())
            + Matrix<double>.Build.DenseOfDiagonalArray([0.36, 0.51, 0.64, 0.4375, 0.5775, 0.75]);
        Vector<double> expected = loadings * Vector<double>.Build.Dense(means);
        return FactorData.Exact(
            covariances * (respondents / (respondents - 1.0)), respondents,
            [.. Intercepts.Select((intercept, item) => intercept + expected[item] + (item == 1 ? shift : 0))], seed: (ulong)respondents);
    }

    private static double[][] Scaled(double[][] answers, int[] units) =>
        [.. answers.Select((item, i) => item.Select(answer => (units[i] * answer) - i).ToArray())];

    private static MeasurementInvarianceResult Estimate(double[][] first, double[][] second, MeasurementInvarianceOptions options) =>
        MeasurementInvariance.Estimate(
            new GroupedResponses(
                FactorData.Of([.. first.Zip(second, (one, two) => (double[])[.. one, .. two])]),
                [.. first[0].Select(_ => "one"), .. second[0].Select(_ => "two")]),
            options,
            cancellationToken: TestContext.Current.CancellationToken);
}
