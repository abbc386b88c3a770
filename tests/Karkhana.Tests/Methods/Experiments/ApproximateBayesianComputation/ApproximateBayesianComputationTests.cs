using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Data.Results;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ApproximateBayesianComputationTests
{
    private static readonly ObservedSummary Half = new("mean", 0.5, 0.5);

    [Fact]
    public void The_posterior_of_a_normal_mean_is_the_exact_one()
    {
        // Prior N(0, 1), observation 1 with standard error 0.5 made by the simulator itself: posterior N(0.8, 0.2).
        JointPrior prior = new([new ParameterPrior { Name = "mean", Shape = PriorShape.Normal }]);
        ApproximateBayesianComputationResult result = ApproximateBayesianComputation.Estimate(
            prior, [new ObservedSummary("mean", 1, 0.02)], new Noisy(0.5),
            new ApproximateBayesianComputationOptions { Particles = 1000, Generations = 20, LeastTolerance = 9, Simulations = 200_000 },
            cancellationToken: TestContext.Current.CancellationToken);

        ParameterPosterior mean = result.Parameters.ShouldHaveSingleItem();
        double error = 4 * Math.Sqrt(0.2 / result.Generations[^1].EffectiveSize);
        mean.Mean.ShouldBe(0.8, error);
        mean.StandardDeviation.ShouldBe(Math.Sqrt(0.2), 0.06);
        mean.Contraction.ShouldBe(0.8, 0.06);
        mean.Identified.ShouldBeTrue();
        result.Generations[^1].Tolerance.ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    public void A_parameter_that_the_model_does_not_use_is_not_identified()
    {
        JointPrior prior = new([Uniform("mean", -2, 2), Uniform("idle", 5, 9)]);

        ApproximateBayesianComputationResult result = Search(prior, [Half], new Noisy(0.1));

        result.Parameters[0].Identified.ShouldBeTrue();
        result.Parameters[1].Identified.ShouldBeFalse();
        result.Parameters[1].Contraction.ShouldBeLessThan(0.3);
        result.Values.ShouldAllBe(row => row[0] >= -2 && row[0] <= 2 && row[1] >= 5 && row[1] <= 9);
        result.Weights.Sum().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_summary_that_the_model_cannot_give_is_shown_as_not_reproduced()
    {
        ApproximateBayesianComputationResult result = Search(
            new JointPrior([Uniform("mean", -2, 2)]),
            [Half, new ObservedSummary("twice", 40, 0.1) { HeldOut = true }], new Noisy(0.1));

        result.Checks[0].Reproduced.ShouldBeTrue();
        result.Checks[0].HeldOut.ShouldBeFalse();
        result.Checks[1].Reproduced.ShouldBeFalse();
        result.Checks[1].HeldOut.ShouldBeTrue();
        result.Checks[1].Exceedance.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Correlated_normal_priors_are_the_multivariate_normal()
    {
        JointPrior prior = new(
            [
                new ParameterPrior { Name = "a", Shape = PriorShape.Normal, Mean = 3, StandardDeviation = 2 },
                new ParameterPrior { Name = "b", Shape = PriorShape.Normal },
            ],
            new double[,] { { 1, 0.6 }, { 0.6, 1 } });
        double[] values = new double[2];

        prior.Draw([0.5, -1], values);

        values[0].ShouldBe(4, 1e-9);
        values[1].ShouldBe((0.6 * 0.5) - 0.8, 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Any_number_of_workers_gives_the_same_bits(int workers)
    {
        JointPrior prior = new([Uniform("mean", -2, 2)]);
        ApproximateBayesianComputationResult one = Search(prior, [Half], new Noisy(0.3), new ExecutionOptions { Workers = 1 });
        ApproximateBayesianComputationResult many = Search(prior, [Half], new Noisy(0.3), new ExecutionOptions { Workers = workers });

        many.Values.Select(row => row[0]).ShouldBe(one.Values.Select(row => row[0]));
        many.Weights.ShouldBe(one.Weights);
    }

    [Fact]
    public void A_search_that_was_killed_goes_on_and_gives_the_same_bits()
    {
        string folder = Directory.CreateTempSubdirectory("karkhana-search-").FullName;
        try
        {
            JointPrior prior = new([Uniform("mean", -2, 2)]);
            ApproximateBayesianComputationResult whole = Search(prior, [Half], new Noisy(0.3));
            ExecutionOptions kept = new() { Workers = 1, Store = new FolderBlockStore(folder) };
            Should.Throw<InvalidOperationException>(() => Search(prior, [Half], new Noisy(0.3, killAfter: 300), kept));
            Noisy again = new(0.3);
            Noisy undisturbed = new(0.3);
            Search(prior, [Half], undisturbed);

            ApproximateBayesianComputationResult resumed = Search(prior, [Half], again, kept);

            resumed.Values.Select(row => row[0]).ShouldBe(whole.Values.Select(row => row[0]));
            resumed.Summaries.Select(row => row[0]).ShouldBe(whole.Summaries.Select(row => row[0]));
            again.Runs.ShouldBe(undisturbed.Runs - 300);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_summary_that_the_model_cannot_give_does_not_drown_the_others()
    {
        // By summaries the deviation of the second, ten thousand squared errors in all runs alike, leaves the first no say in what is nearest.
        JointPrior prior = new([Uniform("mean", -2, 2)]);
        ObservedSummary[] seen = [new("mean", 0.5, 0.05), new ObservedSummary("misfit", 100, 1)];
        ApproximateBayesianComputationOptions options = new() { Particles = 200, Generations = 4, Simulations = 4000, Adjust = false };

        ApproximateBayesianComputationResult estimates = Search(prior, seen, new Noisy(0.1, second: 10), options);
        ApproximateBayesianComputationResult summaries = Search(prior, seen, new Noisy(0.1, second: 10), options with { Statistics = SearchStatistics.Summaries });

        estimates.Parameters[0].Mean.ShouldBe(0.5, 0.1);
        estimates.Parameters[0].Contraction.ShouldBeGreaterThan(0.9);
        estimates.Checks[1].Reproduced.ShouldBeFalse();
        summaries.Parameters[0].Contraction.ShouldBeLessThan(estimates.Parameters[0].Contraction - 0.2);
    }

    [Fact]
    public void Adjusted_sets_of_a_line_without_noise_lie_where_the_observation_is()
    {
        JointPrior prior = new([new ParameterPrior { Name = "mean", Shape = PriorShape.Normal }]);
        ApproximateBayesianComputationOptions once = new() { Particles = 100, Generations = 1, Simulations = 1000, AddError = false };

        ApproximateBayesianComputationResult adjusted = Search(prior, [Half], new Noisy(0), once);
        ApproximateBayesianComputationResult accepted = Search(prior, [Half], new Noisy(0), once with { Adjust = false });

        (adjusted.Adjusted, accepted.Adjusted).ShouldBe((true, false));
        adjusted.Values.ShouldAllBe(row => Math.Abs(row[0] - 0.5) < 1e-4); // the ridge of a millionth
        accepted.Parameters[0].StandardDeviation.ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void With_too_few_sets_for_the_summaries_nothing_is_adjusted_and_that_is_said()
    {
        ApproximateBayesianComputationResult result = Search(
            new JointPrior([Uniform("mean", -2, 2)]), [.. Enumerable.Range(0, 12).Select(i => new ObservedSummary($"s{i}", 0.5, 0.5))], new Noisy(0.3),
            new ApproximateBayesianComputationOptions { Particles = 30, Generations = 1, Simulations = 300 });

        result.Adjusted.ShouldBeFalse();
        result.Notes.ShouldContain(note => note.Code == "not-adjusted");
    }

    [Fact]
    public void Intervals_hold_what_was_planted_as_often_as_they_say()
    {
        // Two parameters, three summaries with errors of their own: 60 data sets, 120 intervals of 95 %.
        JointPrior prior = new([Uniform("a", -2, 2), Uniform("b", -2, 2)]);
        int held = 0;
        for (int twin = 0; twin < 60; twin++)
        {
            AddressedDraw draw = new(17, twin);
            double[] planted = [(4 * draw.Uniform(RandomPurpose.SimulatedOutcomes, 0, 0)) - 2, (4 * draw.Uniform(RandomPurpose.SimulatedOutcomes, 0, 1)) - 2];
            double[] seen = new double[3];
            new Pair(twin).Simulate(planted, 1_000_000, seen, TestContext.Current.CancellationToken);
            ApproximateBayesianComputationResult found = ApproximateBayesianComputation.Estimate(
                prior, [.. seen.Select((value, i) => new ObservedSummary($"s{i}", value + (0.2 * draw.Gaussian(RandomPurpose.SimulatedOutcomes, 1, i)), 0.2))], new Pair(twin),
                new ApproximateBayesianComputationOptions { Particles = 200, Generations = 4, Simulations = 3000, Seed = (ulong)twin },
                cancellationToken: TestContext.Current.CancellationToken);
            held += found.Parameters.Where((one, i) => planted[i] >= one.Low && planted[i] <= one.High).Count();
        }

        held.ShouldBeInRange(106, 120); // 114 expected; 106 lies 3.4 standard errors below
    }

    [Fact]
    public void It_says_why_it_stopped()
    {
        JointPrior prior = new([Uniform("mean", -2, 2)]);

        ApproximateBayesianComputation.Estimate(
                prior, [Half], new Noisy(0.3), new ApproximateBayesianComputationOptions { Particles = 50, Simulations = 120 },
                cancellationToken: TestContext.Current.CancellationToken)
            .Notes[0].Text.ShouldContain("the runs of the model were spent");
        ApproximateBayesianComputation.Estimate(
                prior, [Half], new Noisy(0.3), new ApproximateBayesianComputationOptions { Particles = 50, Generations = 1 },
                cancellationToken: TestContext.Current.CancellationToken)
            .Notes[0].Text.ShouldContain("the last generation was done");
    }

    [Fact]
    public void Impossible_priors_and_targets_are_refused()
    {
        Should.Throw<ArgumentException>(() => new JointPrior([])).Message.ShouldContain("at least one");
        Should.Throw<ArgumentException>(() => new JointPrior([Uniform("a", 2, 1)])).Message.ShouldContain("2 and 1");
        Should.Throw<ArgumentException>(() => new JointPrior([Uniform("a", 0, 1), Uniform("a", 0, 1)])).Message.ShouldContain("a came more than once");
        Should.Throw<ArgumentException>(
            () => new JointPrior([Uniform("a", 0, 1), Uniform("b", 0, 1)], new double[,] { { 1, 1 }, { 1, 1 } }))
            .Message.ShouldContain("positive definite");
        Should.Throw<ArgumentException>(() => new JointPrior([new ParameterPrior { Name = "a", Shape = PriorShape.LogUniform, Low = 0, High = 1 }]))
            .Message.ShouldContain("positive lower bound");
        Should.Throw<ArgumentException>(() => new ObservedSummary("m", double.NaN, 1));
        Should.Throw<ArgumentException>(() => new ObservedSummary("m", 1, 0));
        Should.Throw<ArgumentException>(() => Search(
            new JointPrior([Uniform("a", 0, 1)]), [Half with { HeldOut = true }], new Noisy(1))).Message.ShouldContain("at least one summary");
    }

    private static ParameterPrior Uniform(string name, double low, double high) => new() { Name = name, Low = low, High = high };

    private static ApproximateBayesianComputationResult Search(
        JointPrior prior, IReadOnlyList<ObservedSummary> observed, Noisy model, ApproximateBayesianComputationOptions options) =>
        ApproximateBayesianComputation.Estimate(prior, observed, model, options, null, TestContext.Current.CancellationToken);

    private static ApproximateBayesianComputationResult Search(
        JointPrior prior, IReadOnlyList<ObservedSummary> observed, Noisy model, ExecutionOptions? execution = null) =>
        ApproximateBayesianComputation.Estimate(
            prior, observed, model, new ApproximateBayesianComputationOptions { Particles = 100, Generations = 5 }, execution,
            TestContext.Current.CancellationToken);

    /// <summary>Two parameters seen through their sum, their difference and a product with noise.</summary>
    private sealed class Pair(int number) : ISummarySimulator
    {
        public string Key => $"pair {number}";

        public void Simulate(ReadOnlySpan<double> parameters, int attempt, Span<double> summaries, CancellationToken cancellationToken)
        {
            RandomStream stream = new((ulong)(500 + number), RandomPurpose.SimulatedOutcomes, attempt);
            summaries[0] = parameters[0] + parameters[1] + (0.2 * stream.NextGaussian());
            summaries[1] = parameters[0] - parameters[1] + (0.4 * stream.NextGaussian());
            summaries[2] = (parameters[0] * parameters[1]) + (0.3 * stream.NextGaussian());
        }
    }

    /// <summary>Gives the first parameter with noise, then multiples of it, or noise of its own.</summary>
    private sealed class Noisy(double noise, int killAfter = int.MaxValue, double second = 0) : ISummarySimulator
    {
        private int _runs;

        public int Runs => _runs;

        public string Key => "noisy";

        public void Simulate(ReadOnlySpan<double> parameters, int attempt, Span<double> summaries, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _runs) > killAfter)
            {
                throw new InvalidOperationException("killed");
            }

            summaries[0] = parameters[0] + (noise * new RandomStream(5, RandomPurpose.SimulatedOutcomes, attempt).NextGaussian());
            for (int i = 1; i < summaries.Length; i++)
            {
                summaries[i] = second > 0 ? second * new RandomStream(6, RandomPurpose.SimulatedOutcomes, attempt).NextGaussian() : 2 * summaries[0];
            }
        }
    }
}
