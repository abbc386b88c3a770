using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The settings over which the stability of roles is judged: every combination of the lists.</summary>
public sealed record RoleGrid
{
    /// <summary>Gets the 27 settings of quantiles 0.4, 0.5, 0.6 of both lines and balances 1.1, 1.25, 1.5.</summary>
    public static RoleGrid Quantiles { get; } = new()
    {
        Centrality = Percentiles(0.4, 0.5, 0.6),
        Openness = Percentiles(0.4, 0.5, 0.6),
        Balances = [1.1, 1.25, 1.5],
    };

    /// <summary>Gets the lines of centrality.</summary>
    /// <value>At least one.</value>
    public required IReadOnlyList<CutOff> Centrality { get; init => field = AtLeastOne(value, nameof(Centrality)); }

    /// <summary>Gets the lines of openness.</summary>
    /// <value>At least one.</value>
    public required IReadOnlyList<CutOff> Openness { get; init => field = AtLeastOne(value, nameof(Openness)); }

    /// <summary>Gets the balances.</summary>
    /// <value>At least one, each from 1 to 1000.</value>
    public required IReadOnlyList<double> Balances
    {
        get;
        init => field = [.. AtLeastOne(value, nameof(Balances)).Select(balance => Require.Between(balance, 1, 1000, nameof(Balances)))];
    }

    /// <summary>Gets the number of settings.</summary>
    public int Count => Centrality.Count * Openness.Count * Balances.Count;

    /// <summary>Gives the whole grid for a network: median, mean, quantiles 0.4, 0.6 and 0.75 and the top quarter of the
    /// firms, each strict and not, for both lines, with five balances: 720 settings.</summary>
    /// <remarks>Stated values are not in it, for they depend on the scale of the openness: add those that mean
    /// something in the study.</remarks>
    /// <param name="firms">The number of firms of the network.</param>
    /// <returns>The grid.</returns>
    public static RoleGrid Whole(int firms)
    {
        CutOff[] rules =
        [
            new(), new() { Rule = CutOffRule.Mean }, .. Percentiles(0.4, 0.6, 0.75),
            new() { Rule = CutOffRule.TopCount, Count = Math.Max(1, (Require.Between(firms, 0, int.MaxValue) + 3) / 4) },
        ];
        CutOff[] lines = [.. rules.SelectMany(rule => new[] { rule, rule with { Strict = false } })];
        return new RoleGrid { Centrality = lines, Openness = lines, Balances = [1, 1.1, 1.25, 1.5, 2] };
    }

    /// <summary>Lists the settings: centrality varies slowest, balance fastest.</summary>
    /// <returns>The settings.</returns>
    public IEnumerable<(CutOff Centrality, CutOff Openness, double Balance)> Settings() =>
        from centrality in Centrality
        from openness in Openness
        from balance in Balances
        select (centrality, openness, balance);

    /// <summary>Gives the roles by every setting, in that order.</summary>
    internal IEnumerable<KnowledgeRole[]> Assign(RoleAssignment assignment, KnowledgeRolesOptions options)
    {
        bool[][] central = [.. Centrality.Select(assignment.Central)];
        bool[][] open = [.. Openness.Select(line => assignment.Open(line, options.UnknownOpenness))];
        return from own in central
               from outside in open
               from balance in Balances
               select assignment.Of(own, outside, balance, options.IsolateDegree);
    }

    private static CutOff[] Percentiles(params IReadOnlyList<double> probabilities) =>
        [.. probabilities.Select(probability => new CutOff { Rule = CutOffRule.Percentile, Probability = probability })];

    private static IReadOnlyList<T> AtLeastOne<T>(IReadOnlyList<T> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        Require.That(values.Count > 0, name, "must have at least one value; it was empty");
        return values;
    }
}
