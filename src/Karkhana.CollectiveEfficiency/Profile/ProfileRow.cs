namespace Karkhana.CollectiveEfficiency;

/// <summary>One index of the profile.</summary>
/// <param name="Measure">What is measured: <c>level</c> (0 to 3) or <c>change</c> (−2 to +2).</param>
/// <param name="Index">The index: <c>external_economies</c>, <c>joint_action</c>.</param>
/// <param name="Axis">The axis of joint action.</param>
/// <param name="Name">The group: <c>backward</c>; <c>all</c> for totals.</param>
/// <param name="Measured">The constructs that entered.</param>
/// <param name="Missing">The constructs that belong to it and were not asked or not answered.</param>
public sealed record ProfileRow(
    string Measure, string Index, JointActionAxis Axis, string Name, IReadOnlyList<string> Measured, IReadOnlyList<string> Missing)
{
    /// <summary>Gets the index; NaN when nothing was measured.</summary>
    public double Estimate { get; init; } = double.NaN;

    /// <summary>Gets the standard deviation over bootstrap draws; NaN with fewer than two firms.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>Gets the lower limit.</summary>
    public double ConfLow { get; init; } = double.NaN;

    /// <summary>Gets the upper limit.</summary>
    public double ConfHigh { get; init; } = double.NaN;

    /// <summary>Gets the firms that answered on at least one of the constructs.</summary>
    public int Firms { get; init; }
}
