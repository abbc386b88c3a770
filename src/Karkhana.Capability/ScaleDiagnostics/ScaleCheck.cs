namespace Karkhana.Capability;

/// <summary>One check of one scale.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Kind">What is checked.</param>
/// <param name="Verdict">What it amounts to.</param>
public sealed record ScaleCheck(string Construct, ScaleCheckKind Kind, ScaleVerdict Verdict)
{
    /// <summary>Gets the estimate; for lists of items their number, for invariance 0 configural, 1 metric, 2 scalar.</summary>
    /// <value>NaN when there is none.</value>
    public double Estimate { get; init; } = double.NaN;

    /// <summary>Gets the lower limit.</summary>
    /// <value>NaN when there is no interval.</value>
    public double ConfLow { get; init; } = double.NaN;

    /// <summary>Gets the upper limit.</summary>
    /// <value>NaN when there is no interval.</value>
    public double ConfHigh { get; init; } = double.NaN;

    /// <summary>Gets the firms that the check rests on; for comparisons of groups, in the smaller group.</summary>
    public int Firms { get; init; }

    /// <summary>Gets the firms that it would need.</summary>
    /// <value>Null unless there are too few.</value>
    public int? FirmsNeeded { get; init; }

    /// <summary>Gets why it cannot tell.</summary>
    public ScaleObstacle Obstacle { get; init; }

    /// <summary>Gets the items or pairs of items that it names.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    internal static ScaleCheck Of(string construct, ScaleCheckKind kind, bool met, double estimate, int firms) =>
        double.IsNaN(estimate)
            ? CannotTell(construct, kind, ScaleObstacle.NotEstimable, firms)
            : new ScaleCheck(construct, kind, met ? ScaleVerdict.Met : ScaleVerdict.NotMet) { Estimate = estimate, Firms = firms };

    internal static ScaleCheck OfItems(string construct, ScaleCheckKind kind, IEnumerable<string> items, int firms)
    {
        string[] named = [.. items];
        return Of(construct, kind, named.Length == 0, named.Length, firms) with { Items = named };
    }

    internal static ScaleCheck CannotTell(
        string construct, ScaleCheckKind kind, ScaleObstacle obstacle, int firms, int? needed = null) =>
        new(construct, kind, ScaleVerdict.CannotTell) { Obstacle = obstacle, Firms = firms, FirmsNeeded = needed };

    internal static ScaleCheck TooFew(string construct, ScaleCheckKind kind, int firms, int needed) =>
        CannotTell(construct, kind, ScaleObstacle.TooFewFirms, firms, needed);

    // The measures refuse answers that they cannot carry; a diagnosis says so and goes on.
    internal static IReadOnlyList<ScaleCheck> Try(
        string construct, int firms, IReadOnlyList<ScaleCheckKind> kinds, Func<IReadOnlyList<ScaleCheck>> estimate)
    {
        try
        {
            return estimate();
        }
        catch (ArgumentException)
        {
            return [.. kinds.Select(kind => CannotTell(construct, kind, ScaleObstacle.NotEstimable, firms))];
        }
    }
}
