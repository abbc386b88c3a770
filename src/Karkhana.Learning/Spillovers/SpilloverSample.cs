using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>Who does how much research, and in what.</summary>
/// <param name="Units">The firms, or regions.</param>
/// <param name="Profiles">By unit: what it does by field (capability by function, products, research by class), each 0 or above; an empty list, or a field that is NaN, where it is not known.</param>
/// <param name="Research">The research, or effort, of each unit, 0 or above; NaN where it is not known.</param>
public sealed record SpilloverSample(IReadOnlyList<string> Units, IReadOnlyList<IReadOnlyList<double>> Profiles, IReadOnlyList<double> Research)
{
    /// <summary>Gets where each unit stands, in metres on one plane, NaN where that is not known; empty when it is known of none.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; init; } = [];

    internal void Check()
    {
        Require.SameLength(Units.Count, Profiles.Count, nameof(Profiles));
        Require.SameLength(Units.Count, Research.Count, nameof(Research));
        Require.That(Points.Count == 0 || Points.Count == Units.Count, nameof(Points), FormattableString.Invariant(
            $"must be empty or one per unit; there were {Points.Count} for {Units.Count} units"));
        Require.That(!Points.Any(point => double.IsInfinity(point.X) || double.IsInfinity(point.Y)), nameof(Points), "must be finite, or NaN where not known");
        Require.That(!Research.Any(amount => amount < 0 || double.IsInfinity(amount)), nameof(Research), "must be finite and not below 0");
        Require.That(!Profiles.Any(profile => profile.Any(field => field < 0 || double.IsInfinity(field))), nameof(Profiles), "must be finite and not below 0");
        Require.That(
            Profiles.Where(profile => profile.Count > 0).Select(profile => profile.Count).Distinct().Count() <= 1, nameof(Profiles), "must all have the same fields");
    }
}
