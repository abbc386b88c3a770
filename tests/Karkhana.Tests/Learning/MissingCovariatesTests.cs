using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

/// <summary>Firms that did not answer a covariate stay in the comparison, and it stays honest.</summary>
public sealed class MissingCovariatesTests
{
    private const int Firms = 240;
    private const double Planted = 0.5;
    private const double Error = 0.4;
    private const string Capacity = "absorptive_capacity";

    private static ClusterComparisonOptions Options { get; } = new()
    {
        Equations = new EquationOptions { Draws = 10 },
        Outcomes = ["capability"],
        BootstrapSamples = 19,
        Permutations = 0,
        SizeLimits = [],
    };

    [Fact]
    public void Firms_without_a_covariate_are_completed_counted_and_told()
    {
        LearningSample sample = Sorted(1, missing: true);
        int lacking = sample.Scores.Find(Capacity)!.Values.Count(double.IsNaN);

        ClusterComparisonResult result = Estimate(sample);
        ComparisonEstimate main = result.Main("capability")!;

        lacking.ShouldBeInRange(40, 100);
        main.Imputed.ShouldBe(lacking);
        (main.Clustered + main.Dispersed).ShouldBe(Firms);
        result.ToTable().Numbers("n_imputed")[0].ShouldBe(lacking);
        result.Notes.Single(note => note.Code == "covariates-imputed").Text.ShouldContain($"{lacking} of {Firms} firms");
        result.Equations[1].Equation.Imputed.ShouldBe([Capacity]);
    }

    [Fact]
    public void Listwise_leaves_them_out_as_before()
    {
        LearningSample sample = Sorted(1, missing: true);
        ClusterComparisonResult listwise = Estimate(sample, Options with { MissingCovariates = MissingCovariates.Listwise });
        HashSet<int> complete = [.. Enumerable.Range(0, Firms).Where(firm => !double.IsNaN(sample.Scores.Find(Capacity)!.Values[firm]))];
        LearningFit direct = LearningEquations.Estimate(
            sample, new LearningEquation("gap_adjusted", "capability", ["clustered", Capacity, "education"]) { Tested = ["clustered"] }, Options.Equations,
            cancellationToken: TestContext.Current.CancellationToken)!;

        ComparisonEstimate main = listwise.Main("capability")!;

        main.Imputed.ShouldBe(0);
        (main.Clustered + main.Dispersed).ShouldBe(complete.Count);
        listwise.Notes.ShouldNotContain(note => note.Code == "covariates-imputed");
        listwise.Equations[0].Firms.ShouldBe(listwise.Equations[1].Firms);
        listwise.Equations[1].Firms.ShouldBe(complete.Order());
        listwise.Find("capability", "all", ComparisonEstimator.Regression)!.Estimate.ShouldBe(direct.Coefficients.Estimates[direct.Coefficients.Find("clustered")]);
    }

    [Fact]
    public void Where_nothing_is_missing_both_are_the_same_numbers()
    {
        LearningSample sample = Sorted(2, missing: false);

        ClusterComparisonResult imputed = Estimate(sample);
        ClusterComparisonResult listwise = Estimate(sample, Options with { MissingCovariates = MissingCovariates.Listwise });

        imputed.Estimates.Select(row => row.Low).ShouldBe(listwise.Estimates.Select(row => row.Low));
        imputed.Estimates.ShouldAllBe(row => row.Imputed == 0);
    }

    [Fact]
    public void What_was_hardly_asked_of_dispersed_firms_is_not_made_up()
    {
        LearningSample sample = Sorted(3, missing: false);
        int[] dispersed = [.. Enumerable.Range(0, Firms).Where(firm => !sample.Clustered[firm])];
        HashSet<int> unasked = [.. dispersed.Take((dispersed.Length / 2) + 5)];
        LearningSample hardly = With(sample, [.. sample.Scores.Find(Capacity)!.Values.Select((value, firm) => unasked.Contains(firm) ? double.NaN : value)]);

        ComparisonEstimate main = Estimate(hardly).Main("capability")!;

        main.Imputed.ShouldBe(0);
        main.Dispersed.ShouldBe(dispersed.Length - unasked.Count);
        Estimate(hardly, Options with { MostImputed = 0.8 }).Main("capability")!.Imputed.ShouldBe(unasked.Count);
    }

    [Fact]
    public void A_control_that_is_missing_is_completed_too_and_size_classes_know_it()
    {
        LearningSample sample = Sorted(4, missing: true);
        double[] education = [.. sample.Controls["education"].Select((value, firm) => firm % 9 == 0 ? double.NaN : value)];

        ComparisonEstimate main = Estimate(sample with { Controls = new Dictionary<string, double[]>(sample.Controls) { ["education"] = education } }).Main("capability")!;

        main.Imputed.ShouldBe(Enumerable.Range(0, Firms).Count(
            firm => double.IsNaN(education[firm]) || double.IsNaN(sample.Scores.Find(Capacity)!.Values[firm])));
        main.Gap.ShouldNotBeNull();
    }

    // Too many lack capacity, so that firms without it leave; schooling is lacked by a few, and by just those that have capacity.
    [Fact]
    public void A_covariate_that_nobody_left_answered_is_not_made_up()
    {
        LearningSample sample = Sorted(5, missing: false);
        bool[] asked = new bool[Firms];
        foreach (bool side in new[] { true, false })
        {
            int[] own = [.. Enumerable.Range(0, Firms).Where(firm => sample.Clustered[firm] == side)];
            foreach (int firm in own.Take(own.Length * 2 / 5))
            {
                asked[firm] = true;
            }
        }

        LearningSample crossed = With(sample, [.. sample.Scores.Find(Capacity)!.Values.Select((value, firm) => asked[firm] ? value : double.NaN)]) with
        {
            Controls = new Dictionary<string, double[]> { ["education"] = [.. sample.Controls["education"].Select((value, firm) => asked[firm] ? double.NaN : value)] },
        };

        ComparisonEstimate main = Estimate(crossed).Main("capability")!;

        (main.Gap, main.Refusal, main.Imputed).ShouldBe((null, EstimateRefusal.FewFirms, 0));
        SpecificationCurve.Estimate(crossed, "capability", "clustered", SpecificationDimensions.Of(crossed, "clustered"), cancellationToken: TestContext.Current.CancellationToken)
            .Specifications.Where(row => row.Labels.Contains("all controls")).ShouldAllBe(row => row.Refusal != null);
    }

    [Fact]
    public void Where_all_that_answered_say_the_same_nothing_is_drawn()
    {
        LearningSample sample = Sorted(6, missing: false);
        // Only firms whose capability was not measured export.
        double[] exports = [.. Enumerable.Range(0, Firms).Select(firm => firm < 20 ? 1.0 : firm % 6 == 0 ? double.NaN : 0)];
        Score capability = sample.Scores.Find("capability")!;
        LearningSample flat = sample with
        {
            Controls = new Dictionary<string, double[]>(sample.Controls) { ["exports"] = exports },
            Scores = new ScoreTable(sample.Scores.FirmIds, [capability with { Values = [.. capability.Values.Select((value, firm) => firm < 20 ? double.NaN : value)] }, sample.Scores.Find(Capacity)!]),
        };

        ComparisonEstimate main = Estimate(flat).Main("capability")!;

        main.Imputed.ShouldBe(0);
        double.IsFinite(main.Estimate).ShouldBeTrue(main.Reason);
    }

    // Capacity is missing more often among capable, clustered and schooled firms: at random given what is measured, not at random alone.
    [Fact]
    public void The_planted_difference_lies_in_95_percent_of_intervals_with_values_missing_at_random()
    {
        const int Seeds = 100;
        ComparisonEstimator[] estimators = [ComparisonEstimator.Regression, ComparisonEstimator.AugmentedWeighting];
        double[] biases = new double[2];
        int[] covered = new int[2];
        double listwiseBias = 0;
        double[] widths = new double[2];
        for (int seed = 0; seed < Seeds; seed++)
        {
            LearningSample sample = Sorted(100 + seed, missing: true);
            double unit = Math.Sqrt(Sums.Variance([.. sample.Scores.Find("capability")!.Values]));
            ClusterComparisonResult imputed = Estimate(sample);
            LearningFit listwise = LearningEquations.Estimate(
                sample, new LearningEquation("gap", "capability", ["clustered", Capacity, "education"]), Options.Equations,
                cancellationToken: TestContext.Current.CancellationToken)!;
            listwiseBias += ((listwise.Coefficients.Estimates[1] * unit) - Planted) / Seeds;
            for (int i = 0; i < estimators.Length; i++)
            {
                ComparisonEstimate found = imputed.Find("capability", "all", estimators[i])!;
                biases[i] += ((found.Estimate * unit) - Planted) / Seeds;
                covered[i] += found.Low * unit <= Planted && found.High * unit >= Planted ? 1 : 0;
                widths[i] += (found.High - found.Low) * unit / Seeds;
            }
        }

        string told = FormattableString.Invariant(
            $"bias {biases[0]:0.000} {biases[1]:0.000}, covered {covered[0]} {covered[1]}, width {widths[0]:0.00} {widths[1]:0.00}, bias listwise {listwiseBias:0.000}");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        foreach (int place in new[] { 0, 1 })
        {
            Math.Abs(biases[place]).ShouldBeLessThan(0.05, told);
            covered[place].ShouldBeInRange(88, 100, told); // 95 of 100 less three standard errors
        }

        listwiseBias.ShouldBeLessThan(-0.05, told);
    }

    private static ClusterComparisonResult Estimate(LearningSample sample, ClusterComparisonOptions? options = null) =>
        ClusterComparison.Estimate(sample, options ?? Options, null, TestContext.Current.CancellationToken);

    // Owners with schooling and firms with capacity chose the cluster; capability = 0.5 clustered + 0.4 schooling + 0.5 capacity + noise.
    private static LearningSample Sorted(int seed, bool missing)
    {
        double[] Noise(int address)
        {
            RandomStream stream = new(21, RandomPurpose.Example, seed, address);
            return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        }

        (double[] education, double[] rest, double[] chance, double[] noise, double[] seen, double[] luck) = (Noise(1), Noise(2), Noise(3), Noise(4), Noise(5), Noise(6));
        double[] capacity = [.. education.Zip(rest, (owner, own) => (0.5 * owner) + (0.8 * own))];
        bool[] clustered = [.. Enumerable.Range(0, Firms).Select(firm => (0.5 * education[firm]) + (0.5 * capacity[firm]) + chance[firm] > 0)];
        double[] capability = [.. Enumerable.Range(0, Firms).Select(firm =>
            (clustered[firm] ? Planted : 0) + (0.4 * education[firm]) + (0.5 * capacity[firm]) + (0.6 * noise[firm]) + (Error * seen[firm]))];
        double[] asked = [.. Enumerable.Range(0, Firms).Select(firm =>
            missing && (clustered[firm] ? 0.3 : 0) + (0.6 * capability[firm]) + (0.7 * luck[firm]) > 1.0 ? double.NaN : capacity[firm])];
        string[] ids = SampleSurveys.Ids(Firms);
        LearningSample sample = new(
            [.. Enumerable.Range(0, Firms)],
            clustered,
            [.. Enumerable.Range(0, Firms).Select(firm => clustered[firm] ? $"cluster {firm % 15}" : $"town {firm % 20}")],
            new ExposureTable(ids, []),
            new ScoreTable(ids, [new Score("capability", capability, [.. capability.Select(_ => Error)], "test", [])]),
            new Dictionary<string, double[]> { ["education"] = education });
        return With(sample, asked);
    }

    private static LearningSample With(LearningSample sample, double[] capacity) => sample with
    {
        Scores = new ScoreTable(sample.Scores.FirmIds, [sample.Scores.Find("capability")!, new Score(Capacity, capacity, [], "test", [])]),
    };
}
