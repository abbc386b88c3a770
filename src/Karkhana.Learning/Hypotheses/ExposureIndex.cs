using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;

namespace Karkhana.Learning;

/// <summary>The mean exposure of each firm to a group of advantages.</summary>
public static class ExposureIndex
{
    /// <summary>All external economies and joint action.</summary>
    public const string Advantages = "advantages";

    /// <summary>Incidental external economies.</summary>
    public const string Incidental = "incidental_economies";

    /// <summary>Deliberate joint action.</summary>
    public const string JointAction = "joint_action";

    /// <summary>Advantages that are mainly static in the matrix.</summary>
    public const string Static = "static_advantages";

    /// <summary>Adds the indices to the variables of a sample.</summary>
    /// <remarks>Mean of the standardised exposures that are known, for firms that know at least half of the group's; diseconomies stay
    /// out. Static: advantages whose static cell is positive and no weaker than any other cell of the row.</remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="matrix">The theory's matrix.</param>
    /// <returns>The sample with four more variables.</returns>
    public static LearningSample AddTo(LearningSample sample, ChannelMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(matrix);
        string[] statics = [.. matrix.Rows.Where(row => row.In(LearningChannel.StaticCost) > 0
            && Enum.GetValues<LearningChannel>().All(channel => row.In(channel) <= row.In(LearningChannel.StaticCost))).Select(row => row.Id)];
        Dictionary<string, double[]> variables = new(sample.Variables)
        {
            [Advantages] = Mean(sample, id => !id.StartsWith("DE", StringComparison.Ordinal)),
            [Incidental] = Mean(sample, id => id.StartsWith("EE", StringComparison.Ordinal)),
            [JointAction] = Mean(sample, id => id.StartsWith("JA", StringComparison.Ordinal)),
            [Static] = Mean(sample, statics.Contains),
        };
        return sample with { Variables = variables };
    }

    private static double[] Mean(LearningSample sample, Func<string, bool> belongs)
    {
        double[][] exposures = [.. sample.Exposures.Exposures.Where(exposure => belongs(exposure.AdvantageId))
            .Select(exposure => Standard.Scores([.. sample.Firms.Select(firm => exposure.Values[firm])]))
            .Where(values => values.Any(value => !double.IsNaN(value)))];
        return [.. Enumerable.Range(0, sample.Firms.Count).Select(firm =>
        {
            double[] known = [.. exposures.Select(values => values[firm]).Where(value => !double.IsNaN(value))];
            return known.Length > 0 && 2 * known.Length >= exposures.Length ? Sums.Mean(known) : double.NaN;
        })];
    }
}
