using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Which capability functions firms hold, and whether those of one firm go together.</summary>
public static class CompetenceInventory
{
    /// <summary>Takes stock of the functions that firms passed.</summary>
    /// <remarks>
    /// A firm holds a function when it stands on the least level or higher of its ladder. The functions are the
    /// competences of <see cref="CompetenceCoherence"/>: relatedness of two functions in standard deviations of random
    /// tables that keep how many firms hold each function and how many functions each firm holds, so that able firms,
    /// which hold much, do not make everything look related; coherence of a firm along the strongest links of what it
    /// holds; p-value from the same random tables. Assumes that levels follow the order of the ladder: look at its
    /// reproducibility first. Six functions are few, and relatedness is estimated from the firms that are then judged by
    /// it. Cost: replicates × holdings. Source: Teece, Rumelt, Dosi and Winter 1994, doi:10.1016/0167-2681(94)90094-9;
    /// framework section 8, row 32. Agrees with: the measure that it calls, exactly.
    /// </remarks>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="ladders">The ladders of the surveyed firms.</param>
    /// <param name="options">Least level, seed and random tables.</param>
    /// <param name="execution">Workers and progress of the random tables.</param>
    /// <param name="cancellationToken">Looked at between tables.</param>
    /// <returns>The inventory; null when no firm holds a function.</returns>
    public static CompetenceInventoryResult? Estimate(
        IReadOnlyList<string> firmIds,
        CapabilityProfileResult ladders,
        CompetenceInventoryOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(ladders);
        options ??= new CompetenceInventoryOptions();
        (string Firm, string Function)[] held = [.. ladders.Ladders.SelectMany(firm => ladders.Functions
            .Where((_, f) => firm.Ladder.Levels[f] >= options.LeastLevel).Select(function => (firmIds[firm.Firm], function)))];
        if (held.Length == 0)
        {
            return null;
        }

        CompetenceCoherenceResult coherence = CompetenceCoherence.Estimate(
            new CompetenceHoldings([.. held.Select(pair => pair.Firm)], [.. held.Select(pair => pair.Function)]),
            new CompetenceCoherenceOptions { Null = CoherenceNull.FixedMargins, Replicates = options.Replicates, Seed = options.Seed },
            execution,
            cancellationToken);
        int[] holders = [.. ladders.Functions.Select(function => held.Count(pair => pair.Function == function))];
        return new CompetenceInventoryResult(ladders.Functions, holders, ladders.Ladders.Count, coherence, options.Replicates);
    }
}
