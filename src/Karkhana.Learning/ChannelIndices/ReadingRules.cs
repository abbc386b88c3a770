using Karkhana.Core.Inference;

namespace Karkhana.Learning;

/// <summary>The readings of a channel profile that the framework allows (3.2, rules 1 to 4).</summary>
public static class ReadingRules
{
    private const double Large = 0.5;
    private const double Small = 0.4;

    /// <summary>Reads the profile of a group of firms.</summary>
    /// <remarks>
    /// Rule 1: the static index is large and all of cost, resources, incentive, effectiveness and spillover are small:
    /// benefits are mainly static.
    /// Rule 2: spillover is the largest index and absorptive capacity is below the median of all firms. Rule 3: the
    /// incentive index is negative
    /// and effort is below the median. Rule 4: cost or effectiveness is large, effort is below the median, and most
    /// firms could not pay or
    /// face an indivisible step. Large is above 0.5, small below 0.4; an index that is not known is neither. Source:
    /// framework 3.2.
    /// </remarks>
    /// <param name="profile">The mean channel indices and what goes with them.</param>
    /// <returns>The rules that apply, from 1 to 4.</returns>
    public static IReadOnlyList<int> Apply(ChannelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        List<int> rules = [];
        double[] dynamic = [profile.Cost, profile.Resources, profile.Incentive, profile.Effectiveness];
        if (profile.Static > Large && dynamic.Append(profile.Spillover).All(index => index < Small))
        {
            rules.Add(1);
        }

        if (!double.IsNaN(profile.Spillover)
            && dynamic.Append(profile.Static).All(index => !(index >= profile.Spillover))
            && profile.AbsorptiveCapacityIsLow)
        {
            rules.Add(2);
        }

        if (profile.Incentive < 0 && profile.EffortIsLow)
        {
            rules.Add(3);
        }

        if (Math.Max(
            profile.Cost, profile.Effectiveness) > Large && profile.EffortIsLow && profile.ShareConstrained > 0.5)
        {
            rules.Add(4);
        }

        return rules;
    }

    internal static bool IsBelow(double value, IEnumerable<double> all)
    {
        double[] known = [.. all.Where(other => !double.IsNaN(other))];
        return known.Length > 0 && value < Quantiles.Median(known);
    }
}
