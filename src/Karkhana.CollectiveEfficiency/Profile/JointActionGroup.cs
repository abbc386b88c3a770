namespace Karkhana.CollectiveEfficiency;

/// <summary>Joint actions that are read together.</summary>
/// <param name="Name">The name: <c>backward</c>.</param>
/// <param name="Axis">The axis on which the group lies.</param>
/// <param name="Constructs">The joint actions: <c>JA01</c>.</param>
public sealed record JointActionGroup(string Name, JointActionAxis Axis, IReadOnlyList<string> Constructs)
{
    /// <summary>Gets the groups.</summary>
    /// <remarks>Source: Schmitz &amp; Nadvi 1999, doi:10.1016/S0305-750X(99)00072-8, for the axes; framework 1.2.2 and 1.6.</remarks>
    public static IReadOnlyList<JointActionGroup> All { get; } =
    [
        new("backward", JointActionAxis.Type, ["JA01"]),
        new("forward", JointActionAxis.Type, ["JA02"]),
        new("horizontal", JointActionAxis.Type, ["JA03"]),
        new("multilateral", JointActionAxis.Type, ["JA04", "JA05"]),
        new("vertical", JointActionAxis.Direction, ["JA01", "JA02", "JA04"]),
        new("horizontal", JointActionAxis.Direction, ["JA03", "JA05"]),
        new("bilateral", JointActionAxis.Partners, ["JA01", "JA02", "JA03"]),
        new("multilateral", JointActionAxis.Partners, ["JA04", "JA05"]),
        new("institutes", JointActionAxis.Beyond, ["JA06"]),
        new("outside", JointActionAxis.Beyond, ["JA07"]),
    ];

    /// <summary>Gets the four types.</summary>
    public static IReadOnlyList<JointActionGroup> Types { get; } = [.. All.Where(group => group.Axis == JointActionAxis.Type)];
}
