using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Which option does well in many scenarios, by several criteria side by side.</summary>
public static class RobustChoice
{
    internal const string Source =
        "McPhail et al. 2018, doi:10.1002/2017EF000649; Savage 1951, doi:10.1080/01621459.1951.10500768; Herman et al. 2015, doi:10.1061/(ASCE)WR.1943-5452.0000509; Wald 1950, Statistical Decision Functions; Hurwicz 1953; Starr 1963; Markowitz 1952, doi:10.1111/j.1540-6261.1952.tb01525.x";

    /// <summary>Judges options over scenarios.</summary>
    /// <remarks>
    /// Regret of an option in a scenario: how much worse it does than the best option there. Worst, quantile (type 7) and mean
    /// regret; worst and best outcome (maximin, maximax); Hurwicz: optimism · best + (1 − optimism) · worst; Laplace: mean;
    /// satisficing: share of scenarios that meet the threshold; signal to noise: mean/sd, where less is better mean·sd, for
    /// outcomes that are not negative; mean-variance: mean ∓ risk aversion/2 · variance. sd and variance with divisor n − 1.
    /// Drawn scenarios: limits and the share of samples in which an option is the best by the bootstrap over scenarios, all
    /// options in the same ones (equals share the credit); Wilson limits of the satisficing share. Worst cases get worse with more
    /// scenarios: the limits of worst regret, maximin, maximax and Hurwicz know only the scenarios drawn.
    /// Assumes scenarios that count alike. Cost: options × scenarios, times the samples.
    /// Source: McPhail et al. 2018, doi:10.1002/2017EF000649; Savage 1951, doi:10.1080/01621459.1951.10500768; Herman et al. 2015,
    /// doi:10.1061/(ASCE)WR.1943-5452.0000509; Wald 1950; Hurwicz 1953; Starr 1963; Markowitz 1952,
    /// doi:10.1111/j.1540-6261.1952.tb01525.x. Agrees with: the definitions computed in R 4.2, relative 1e-12.
    /// </remarks>
    /// <param name="outcomes">The outcome of each option in each scenario.</param>
    /// <param name="options">Direction, threshold, criteria, samples.</param>
    /// <param name="execution">Workers and progress of the samples.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>Values, limits, ranks and choices by criterion.</returns>
    /// <exception cref="ArgumentException">Fewer than two options or scenarios, or an outcome that is missing.</exception>
    public static RobustChoiceResult Estimate(
        OptionOutcomes outcomes,
        RobustChoiceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        options ??= new RobustChoiceOptions();
        outcomes.Checked(leastCases: 2);
        OptionCriteria criteria = new(outcomes.Values, options);
        int[] once = ResampledStatistic.Apart(outcomes.Cases.Count);
        double[] values = criteria.Of(once);
        bool drawn = options.Scenarios == ScenarioKind.Draws;
        ReplicateRows? draws = drawn && options.Resamples > 0
            ? new ResampledStatistic("bootstrap scenarios", (options.Resamples, options.Seed), once, values.Length, criteria.Of).Draw(execution, cancellationToken)
            : null;
        BootstrapIntervals intervals = BootstrapIntervals.Of(draws, values.Length, options.Level);
        double z = DistributionQuantiles.TwoSidedNormal(options.Level);
        int satisficing = Array.IndexOf(OptionCriteria.All, RobustnessCriterion.Satisficing);
        return new RobustChoiceResult
        {
            Options = outcomes.Options,
            Criteria = OptionCriteria.All,
            Values = values,
            Low = intervals.Low,
            High = intervals.High,
            Ranks = Ranked(values, criteria, outcomes.Options.Count),
            BestShares = BestShares(draws, criteria, outcomes.Options.Count),
            Satisficing = [.. outcomes.Options.Select((_, option) => drawn && options.Threshold is not null
                ? WilsonInterval.Of(values[(option * OptionCriteria.All.Length) + satisficing], outcomes.Cases.Count, z)
                : (double.NaN, double.NaN))],
            Choices = [.. OptionCriteria.All.Select((_, criterion) => ChoiceOf(values, criteria, criterion, outcomes.Options))],
            Notes = [.. Notes(outcomes, options)],
            Provenance = new Provenance("experiments.robust-choice", Text(options), Source, draws is null ? null : options.Seed),
        };
    }

    private static double[] Ranked(double[] values, OptionCriteria criteria, int options)
    {
        int width = OptionCriteria.All.Length;
        double[] ranks = new double[values.Length];
        for (int criterion = 0; criterion < width; criterion++)
        {
            double direction = criteria.Direction(OptionCriteria.All[criterion]);
            double[] own = Core.Kernels.Ranks.Of([.. Enumerable.Range(0, options).Select(option => -direction * values[(option * width) + criterion])]);
            for (int option = 0; option < options; option++)
            {
                ranks[(option * width) + criterion] = own[option];
            }
        }

        return ranks;
    }

    private static double[] BestShares(ReplicateRows? draws, OptionCriteria criteria, int options)
    {
        int width = OptionCriteria.All.Length;
        double[] shares = new double[options * width];
        for (int criterion = 0; criterion < width; criterion++)
        {
            double[] credit = new double[options];
            for (int draw = 0; draw < (draws?.Count ?? 0); draw++)
            {
                double[] own = criteria.Best(draws!.Row(draw), criterion);
                for (int option = 0; option < options; option++)
                {
                    credit[option] += own[option];
                }
            }

            double total = Sums.Sum(credit); // samples without a defined value count for nobody
            for (int option = 0; option < options; option++)
            {
                shares[(option * width) + criterion] = credit[option] / total;
            }
        }

        return shares;
    }

    private static string? ChoiceOf(double[] values, OptionCriteria criteria, int criterion, IReadOnlyList<string> options)
    {
        int best = Array.FindIndex(criteria.Best(values, criterion), credit => credit > 0);
        return best < 0 ? null : options[best];
    }

    private static IEnumerable<Note> Notes(OptionOutcomes outcomes, RobustChoiceOptions options)
    {
        if (outcomes.Values.Any(own => own.Any(value => value < 0)))
        {
            yield return new Note("negative-outcomes", Severity.Information,
                "Some outcomes are negative, for which a ratio of signal to noise has no meaning; it is not given.");
        }

        if (options.Scenarios == ScenarioKind.Draws)
        {
            yield return new Note("worst-cases", Severity.Information,
                "Worst and best cases are those of the scenarios drawn; more scenarios can only add worse and better ones, which their limits do not show.");
        }
    }

    private static string Text(RobustChoiceOptions options) => FormattableString.Invariant(
        $"better = {options.Better}, threshold = {options.Threshold}, optimism = {options.Optimism}, regret_quantile = {options.RegretQuantile}, risk_aversion = {options.RiskAversion}, scenarios = {options.Scenarios}, resamples = {options.Resamples}, level = {options.Level}");
}
