using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class PosteriorPredictionTests
{
    // Three sets of one parameter with weights 0.5, 0.3 and 0.2; the model gives the parameter, and twice it.
    private static readonly ApproximateBayesianComputationResult Sets = new()
    {
        Prior = new JointPrior([new ParameterPrior { Name = "a", Low = 0, High = 4 }]),
        Parameters = [],
        Checks = [],
        Values = [[1], [2], [3]],
        Weights = [0.5, 0.3, 0.2],
        Summaries = [],
        Generations = [],
        Adjusted = false,
        Notes = [],
        Provenance = new Provenance("sets", "", "", 1),
    };

    [Fact]
    public void The_share_of_runs_that_do_not_exceed_what_was_observed_is_that_counted_by_hand()
    {
        IReadOnlyList<PredictiveCheck> checks = Predict([new("once", 1.5, 1e-9), new("twice", 7, 1e-9)]);

        checks[0].Exceedance.ShouldBe(0.5, 1e-12);
        (checks[0].Reproduced, checks[0].HeldOut, checks[0].Low, checks[0].Median, checks[0].High).ShouldBe((true, true, 1, 1, 3));
        checks[1].Exceedance.ShouldBe(1, 1e-12); // all runs give at most 6
        (checks[1].Reproduced, checks[1].Median).ShouldBe((false, 2));
    }

    [Fact]
    public void A_run_without_the_summary_does_not_count_and_an_error_as_wide_as_the_runs_halves_the_share()
    {
        IReadOnlyList<PredictiveCheck> checks = Predict([new("once", 2, 1e-9), new("twice", 2, 1e6)], missing: 3);

        checks[0].Exceedance.ShouldBe((0.5 + (0.3 / 2)) / 0.8, 1e-12); // the run that gives 2 lies on either side
        checks[1].Exceedance.ShouldBe(0.5, 1e-5);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_checks_and_nothing_to_predict_is_refused()
    {
        ObservedSummary[] observed = [new("once", 1.5, 0.4), new("twice", 4, 0.7)];

        Predict(observed, workers: 1).ShouldBe(Predict(observed, workers: 3));
        Should.Throw<ArgumentException>(() => Predict([])).Message.ShouldContain("at least one summary");
    }

    private static IReadOnlyList<PredictiveCheck> Predict(ObservedSummary[] observed, double missing = double.NaN, int workers = 1) =>
        PosteriorPrediction.Estimate(
            Sets, observed, new Itself(missing), new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    private sealed class Itself(double missing) : ISummarySimulator
    {
        public string Key => "itself";

        public void Simulate(ReadOnlySpan<double> parameters, int attempt, Span<double> summaries, CancellationToken cancellationToken)
        {
            for (int i = 0; i < summaries.Length; i++)
            {
                summaries[i] = parameters[0] == missing ? double.NaN : (i + 1) * parameters[0];
            }
        }
    }
}
