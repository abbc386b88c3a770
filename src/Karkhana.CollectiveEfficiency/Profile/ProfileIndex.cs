namespace Karkhana.CollectiveEfficiency;

/// <summary>An index of the profile and how it is worked out from the means of constructs.</summary>
/// <param name="Row">What it is.</param>
/// <param name="Parts">The positions of the constructs that enter.</param>
/// <param name="Of">The index from the means of all constructs.</param>
internal sealed record ProfileIndex(ProfileRow Row, IReadOnlyList<int> Parts, Func<double[], double> Of)
{
    private const string Level = "level";
    private const string Change = "change";
    private const string JointAction = "joint_action";
    private const string ExternalEconomies = "external_economies";

    private static readonly string[] Economies = [.. Enumerable.Range(1, 14).Select(id => FormattableString.Invariant($"EE{id:00}"))];
    private static readonly string[] Actions = [.. Enumerable.Range(1, 7).Select(id => FormattableString.Invariant($"JA{id:00}"))];

    /// <summary>Lists the indices, those that cannot be worked out included.</summary>
    public static IReadOnlyList<ProfileIndex> All(IReadOnlyList<string> measured)
    {
        ProfileIndex economies = Mean(measured, Level, ExternalEconomies, new JointActionGroup("all", JointActionAxis.Total, Economies));
        ProfileIndex actions = Mean(measured, Level, JointAction, new JointActionGroup("all", JointActionAxis.Total, Actions));
        ProfileIndex[] changes = [.. JointActionGroup.All.Select(group => Mean(measured, Change, JointAction, group))];
        return
        [
            economies,
            actions,
            Joined("spontaneous_minus_active", economies, actions, means => economies.Of(means) - actions.Of(means)),
            Joined("collective_efficiency", economies, actions, means => (economies.Of(means) + actions.Of(means)) / 2),
            .. JointActionGroup.All.Select(group => Mean(measured, Level, JointAction, group)),
            OfTypes([.. changes.Where(change => change.Row.Axis == JointActionAxis.Type)]),
            .. changes,
        ];
    }

    private static ProfileIndex Mean(IReadOnlyList<string> measured, string measure, string index, JointActionGroup group)
    {
        string suffix = measure == Change ? JointActionChange.Suffix : "";
        int[] parts = [.. Enumerable.Range(0, measured.Count).Where(part => group.Constructs.Any(id => id + suffix == measured[part]))];
        string[] known = [.. parts.Select(part => measured[part][..4])];
        return new ProfileIndex(
            new ProfileRow(measure, index, group.Axis, group.Name, known, [.. group.Constructs.Except(known)]),
            parts,
            means => ConstructMeans.MeanOfKnown(parts.Select(part => means[part])));
    }

    // Types, not constructs, count alike, so that two multilateral questions do not outweigh one backward question.
    private static ProfileIndex OfTypes(ProfileIndex[] types) => new(
        new ProfileRow(
            Change, JointAction, JointActionAxis.Total, "all",
            [.. types.SelectMany(type => type.Row.Measured)], [.. types.SelectMany(type => type.Row.Missing)]),
        [.. types.SelectMany(type => type.Parts)],
        means => ConstructMeans.MeanOfKnown(types.Select(type => type.Of(means))));

    private static ProfileIndex Joined(string index, ProfileIndex left, ProfileIndex right, Func<double[], double> of) => new(
        new ProfileRow(
            Level, index, JointActionAxis.Total, "all",
            [.. left.Row.Measured, .. right.Row.Measured], [.. left.Row.Missing, .. right.Row.Missing]),
        [.. left.Parts, .. right.Parts],
        of);
}
