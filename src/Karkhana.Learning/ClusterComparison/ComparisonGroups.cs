namespace Karkhana.Learning;

/// <summary>The firms of each comparison, as variables that are known for those firms only.</summary>
internal static class ComparisonGroups
{
    public const string All = "all";

    /// <summary>Gives the name and mask of control groups and size classes: 1 for firms of the group, NaN for others.</summary>
    public static List<(string Name, double[] Mask)> Of(LearningSample sample, ClusterComparisonOptions options)
    {
        List<(string, double[])> groups = [];
        string[] settings = [.. sample.Settings.Where((setting, firm) => setting.Length > 0 && !sample.Clustered[firm]).Distinct().Order(StringComparer.Ordinal)];
        foreach (string setting in settings.Length < 2 ? [] : settings)
        {
            groups.Add(($"dispersed {setting}", Mask(sample, firm => sample.Clustered[firm] || sample.Settings[firm] == setting)));
        }

        if (sample.Controls.TryGetValue(options.Size, out double[]? size))
        {
            for (int place = 0; place <= options.SizeLimits.Count; place++)
            {
                double from = place == 0 ? 0 : options.SizeLimits[place - 1];
                double to = place == options.SizeLimits.Count ? double.PositiveInfinity : options.SizeLimits[place];
                groups.Add((Name(from, to), Mask(sample, firm => Workers(size[firm]) >= from && Workers(size[firm]) < to)));
            }
        }

        return groups;
    }

    // Whole workers come back from their logarithm a little beside themselves.
    private static double Workers(double logarithm) => Math.Round(Math.Exp(logarithm), 6);

    private static string Name(double from, double to) =>
        from == 0 ? FormattableString.Invariant($"below {to} workers")
        : double.IsPositiveInfinity(to) ? FormattableString.Invariant($"{from} or more workers")
        : FormattableString.Invariant($"{from} to below {to} workers");

    private static double[] Mask(LearningSample sample, Func<int, bool> belongs) =>
        [.. Enumerable.Range(0, sample.Firms.Count).Select(firm => belongs(firm) ? 1 : double.NaN)];
}
