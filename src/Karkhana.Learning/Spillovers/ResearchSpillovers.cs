using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>How innovations of firms go with their own research and with that of others near them.</summary>
public static class ResearchSpillovers
{
    /// <summary>The input that is the pool.</summary>
    public const string Pool = "pool";

    private const string Own = "research";
    private const string Source = "Jaffe 1986, American Economic Review 76(5):984-1001; framework 3.5 (M9), section 8 (10)";

    /// <summary>Estimates.</summary>
    /// <remarks>
    /// E INN_i = exp(group + b ln R_i + s ln S_i + Σ c ln x_i) by <see cref="KnowledgeProduction"/>, the pool S by technology, by distance and by both in turn
    /// (<see cref="SpilloverPools"/>). Groups, such as clustered and dispersed firms, have constants of their own. s is an association: firms near each other share what was not measured, and all firms that
    /// tell of the pool are asked about themselves too (Manski's reflection); a common shock looks like a spillover. Cost: pools and three regressions. Source: Jaffe 1986; framework 3.5 (M9).
    /// </remarks>
    /// <param name="sample">Profiles, research, points.</param>
    /// <param name="innovations">The rows: innovations of each unit, its place as region, its group as industry, and inputs other than research.</param>
    /// <param name="options">Decay of the pools.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between regressions.</param>
    /// <returns>Pools and elasticities; a note for each proximity without one.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is below 0, or an input is called like research or pool.</exception>
    public static ResearchSpilloversResult Estimate(
        SpilloverSample sample, KnowledgeProductionSample innovations, SpilloverPoolsOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innovations);
        ArgumentNullException.ThrowIfNull(sample);
        Require.SameLength(sample.Units.Count, innovations.Innovations.Count, nameof(innovations));
        Require.That(
            !innovations.Inputs.ContainsKey(Own) && !innovations.Inputs.ContainsKey(Pool), nameof(innovations.Inputs), $"must not hold {Own} or {Pool}, which are added");
        SpilloverPoolsResult pools = SpilloverPools.Estimate(sample, options, execution, cancellationToken);
        List<(SpilloverProximity, KnowledgeProductionResult)> production = [];
        List<Note> notes = [.. pools.Notes];
        foreach (SpilloverProximity proximity in Enum.GetValues<SpilloverProximity>())
        {
            IReadOnlyList<double> pool = pools.Of(proximity);
            if (pool.Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() < 2)
            {
                notes.Add(NotEstimated(proximity, "the pool is not known, or the same for all."));
                continue;
            }

            try
            {
                production.Add((proximity, KnowledgeProduction.Estimate(With(innovations, pools.Research, pool), execution, cancellationToken)));
            }
            catch (ArgumentException problem)
            {
                notes.Add(NotEstimated(proximity, problem.Message));
            }
        }

        return new ResearchSpilloversResult(
            pools, production,
            [.. notes, new Note("association", Severity.Information,
                "Associations: firms near each other share what was not measured, and a shock that all had looks like a spillover. A pool is what is around, not what was received.")],
            new Provenance("learning.research-spillovers", pools.Provenance.Options, Source));
    }

    private static Note NotEstimated(SpilloverProximity proximity, string reason) => new("not-estimated", Severity.Warning, $"By {Words.Of(proximity)}: {reason}");

    private static KnowledgeProductionSample With(KnowledgeProductionSample innovations, IReadOnlyList<double> own, IReadOnlyList<double> pool)
    {
        int[] rows = [.. Enumerable.Range(0, innovations.Innovations.Count).Where(row => new[] { innovations.Innovations[row], own[row], pool[row] }
            .Concat(innovations.Inputs.Values.Select(input => input[row])).All(value => !double.IsNaN(value)))];
        T[] At<T>(IReadOnlyList<T> values) => [.. rows.Select(row => values[row])];
        return new KnowledgeProductionSample(
            At(innovations.Regions), At(innovations.Innovations),
            new Dictionary<string, IReadOnlyList<double>>(innovations.Inputs.Select(input => KeyValuePair.Create(input.Key, (IReadOnlyList<double>)At(input.Value))))
            {
                [Own] = At(own),
                [Pool] = At(pool),
            })
        {
            Industries = innovations.Industries is { } groups ? At(groups) : null,
        };
    }
}
