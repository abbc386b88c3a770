namespace Karkhana.Core.Policies;

/// <summary>The names of the outcomes of simulated scenarios: what runs record and comparisons read. All are taken at the end
/// of a run unless they say otherwise.</summary>
public static class OutcomeNames
{
    /// <summary>Mean capability of the firms that were there when policies start; a firm that left counts with what it had when it left,
    /// and one that came later does not count, so that who comes and goes is not taken for learning.</summary>
    public const string CapabilityMean = "capability_mean";

    /// <summary>Mean capability of all firms at the end: those that came are among them, those that left are not; 0 when none is left.</summary>
    public const string CapabilityMeanOfAll = "capability_mean_all";

    /// <summary>Mean over all quarters from when policies can start of the mean capability of the firms that were there when policies start.</summary>
    public const string CapabilityOverRun = "capability_mean_run";

    /// <summary>Standard deviation of capability between firms.</summary>
    public const string CapabilitySpread = "capability_sd";

    /// <summary>Standard deviation of capability between firms when policies start.</summary>
    public const string CapabilitySpreadAtStart = "capability_sd_start";

    /// <summary>Gini index of capability between firms.</summary>
    public const string CapabilityGini = "capability_gini";

    /// <summary>Share of the firms that were there when policies start and are still there.</summary>
    public const string Survival = "survival";

    /// <summary>Number of firms; 0 when the cluster died out.</summary>
    public const string Firms = "firms";

    /// <summary>Number of firms when policies start: those over which capability is a mean.</summary>
    public const string FirmsAtStart = "firms_start";

    /// <summary>What the policy cost over the run, in the currency of the study.</summary>
    public const string Cost = "cost";

    /// <summary>Mean effort of the firms over the run.</summary>
    public const string Effort = "effort_mean";

    /// <summary>Mean performance of the firms.</summary>
    public const string Performance = "performance_mean";

    /// <summary>Share of the firms in a regime; with the group <c>regime</c>.</summary>
    public const string RegimeShare = "regime_share";

    /// <summary>Share of the firms in a regime when policies start; with the group <c>regime</c>.</summary>
    public const string RegimeShareAtStart = "regime_share_start";

    /// <summary>Firms that may take part when a policy starts; summed over policies that run together.</summary>
    public const string EligibleFirms = "eligible_firms";

    /// <summary>Firms that took part in a policy.</summary>
    public const string TreatedFirms = "treated_firms";

    /// <summary>Mean capability of those that took part, less that of the same firms in the same replicate with nothing done; firms that
    /// left count with what they had when they left.</summary>
    public const string TreatedGain = "treated_gain";

    /// <summary>The same for the firms that did not take part: what spills over to them; also by <c>ties</c> to firms that did,
    /// <c>treated</c> or <c>none</c>.</summary>
    public const string UntreatedGain = "untreated_gain";

    /// <summary>Firms that did not take part; by <c>ties</c> to firms that did, <c>treated</c> or <c>none</c>.</summary>
    public const string UntreatedFirms = "untreated_firms";

    /// <summary>Firms of a group when policies start: what small groups are held back by.</summary>
    public const string GroupFirms = "group_firms";

    /// <summary>Share, of the firms of one regime when policies start, that are in another at the end; the dimension is the first
    /// regime, the group the second, or <see cref="Left"/>.</summary>
    public const string RegimeTransition = "regime_transition";

    /// <summary>The group of firms that left.</summary>
    public const string Left = "left";

    /// <summary>Mean number of ties of a firm to others.</summary>
    public const string TiesPerFirm = "ties_per_firm";

    /// <summary>Mean number of links of a firm that lead outside.</summary>
    public const string OutsideLinksPerFirm = "outside_links_per_firm";

    /// <summary>Mean trust on ties.</summary>
    public const string TrustMean = "trust_mean";

    /// <summary>Share of the firms without a tie to another.</summary>
    public const string ShareWithoutTies = "share_without_ties";

    /// <summary>Working days that policies took of firms.</summary>
    public const string FirmDays = "firm_days";

    /// <summary>Firms that joined a policy and were not delivered to.</summary>
    public const string NotDelivered = "not_delivered_firms";

    /// <summary>Gives the name of an outcome of a group of firms: <c>capability_mean[size=1-9]</c>.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="dimension">What the groups differ in: <c>size</c>, <c>role</c>, <c>regime</c>, <c>place</c>.</param>
    /// <param name="group">The group.</param>
    /// <returns>The name.</returns>
    public static string Of(string outcome, string dimension, string group) => $"{outcome}[{dimension}={group}]";

    /// <summary>Takes such a name apart.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The outcome, and the dimension and group; both null when the name is of all firms.</returns>
    public static (string Outcome, string? Dimension, string? Group) Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int open = name.IndexOf('[', StringComparison.Ordinal);
        int equals = open < 0 ? -1 : name.IndexOf('=', open);
        return equals < 0 || name[^1] != ']' ? (name, null, null) : (name[..open], name[(open + 1)..equals], name[(equals + 1)..^1]);
    }
}
