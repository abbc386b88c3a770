using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>How far knowledge spreads when neighbours trade it, on networks between a ring and a random graph.</summary>
public static class BarterDiffusion
{
    private const string Source = "Cowan & Jonard 2004, doi:10.1016/j.jedc.2003.04.002; Watts & Strogatz 1998, doi:10.1038/30918";

    private static readonly (string Name, string Label)[] Quantities =
    [
        ("mean_knowledge", "Mean of the agents' knowledge when trade rests"),
        ("variance", "Variance of knowledge between agents"),
        ("coefficient_of_variation", "Standard deviation between agents over their mean"),
        ("periods", "Periods until trade rests"),
        ("resting", "1 when trade rested before the last period"),
        ("mean_less_first", "Mean knowledge less that of the same agents at the first rewiring"),
        ("mean_less_last", "Mean knowledge less that of the same agents at the last rewiring"),
    ];

    /// <summary>Runs the model at each share of rewired links.</summary>
    /// <remarks>
    /// Agents on a rewired ring know v_c in each category c. In each period every link, in random order, trades if each side is ahead in at least one
    /// category; a learner closes the share α of the gap. Knowledge of an agent: mean of v_c. Runs are paired: the same agents with the same
    /// knowledge at each rewiring, so that differences along the axis have narrower intervals than the means. Assumes that nobody teaches without
    /// being taught, that nothing is invented or forgotten, and that links stay.
    /// Cost: runs × rewirings × periods × links × categories.
    /// Source: Cowan and Jonard 2004, doi:10.1016/j.jedc.2003.04.002; Watts and Strogatz 1998, doi:10.1038/30918.
    /// </remarks>
    /// <param name="options">Agents, knowledge, links and runs.</param>
    /// <param name="execution">Workers and progress; the same bits for any number of workers.</param>
    /// <param name="cancellationToken">Looked at between periods.</param>
    /// <returns>Mean, variance and coefficient of variation of knowledge along rewiring.</returns>
    /// <exception cref="ArgumentException">Settings do not fit each other.</exception>
    public static BenchmarkRuns Simulate(
        BarterDiffusionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new BarterDiffusionOptions();
        options.Check();
        IReadOnlyList<BenchmarkSeries> series = BenchmarkRuns.Summarise(
            options.Rewiring, Quantities, options, (run, row) => Fill(run, row, options, cancellationToken), execution, cancellationToken);
        double resting = series[4].Means.Min();
        return new BenchmarkRuns
        {
            Model = "barter_diffusion",
            AxisName = "rewiring",
            Axis = options.Rewiring,
            Series = series,
            Runs = options.Runs,
            Notes = resting == 1
                ? []
                : [new Note("still-trading", Severity.Warning, FormattableString.Invariant(
                    $"At one rewiring only {resting:P1} of the runs had come to rest after {options.MostPeriods} periods: read the others as under way, or raise the periods."))],
            Provenance = new Provenance(
                "simulation.barter-diffusion",
                FormattableString.Invariant(
                    $"agents = {options.Agents}, degree = {options.Degree}, categories = {options.Categories}, highest_level = {options.HighestLevel}, experts = {options.Experts}, expert_level = {options.ExpertLevel}, alpha = {options.Alpha}, similarity = {options.Similarity}, exchange = {options.Exchange}, runs = {options.Runs}, most_periods = {options.MostPeriods}, level = {options.Level}"),
                Source,
                options.Seed),
        };
    }

    private static void Fill(int run, Span<double> row, BarterDiffusionOptions options, CancellationToken cancellationToken)
    {
        int places = options.Rewiring.Count;
        for (int place = 0; place < places; place++)
        {
            BarterPopulation population = new(options, options.Rewiring[place], run);
            (int periods, bool rests) = population.Trade(cancellationToken);
            double[] knowledge = population.Knowledge();
            double mean = Sums.Mean(knowledge);
            double variance = Sums.Variance(knowledge) * (knowledge.Length - 1) / knowledge.Length; // these agents are all there are
            row[place] = mean;
            row[places + place] = variance;
            row[(2 * places) + place] = Math.Sqrt(variance) / mean;
            row[(3 * places) + place] = periods;
            row[(4 * places) + place] = rests ? 1 : 0;
        }

        for (int place = 0; place < places; place++)
        {
            row[(5 * places) + place] = row[place] - row[0];
            row[(6 * places) + place] = row[place] - row[places - 1];
        }
    }
}
