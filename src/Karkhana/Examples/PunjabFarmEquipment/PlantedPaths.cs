namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The advantages that truly act on learning, each through a channel; all others act through none.</summary>
internal static class PlantedPaths
{
    public const char Cost = 'C';
    public const char Resources = 'R';
    public const char Incentive = 'I';
    public const char Effectiveness = 'P';

    /// <summary>Gets the paths: strengths are those of the default matrix (framework 3.2).</summary>
    public static IReadOnlyList<(string Advantage, char Channel, double Strength)> All { get; } =
    [
        ("EE02", Cost, 1), ("JA05", Cost, 2), ("DE02", Cost, -1),
        ("EE03", Resources, 2), ("EE13", Resources, 2), ("JA05", Resources, 2),
        ("EE07", Incentive, 2), ("EE08", Incentive, -1), ("DE02", Incentive, -1),
        ("EE07", Effectiveness, 2), ("JA02", Effectiveness, 2), ("EE02", Effectiveness, 1), ("EE10", Effectiveness, 1),
        ("EE05", Incentive, 0),
    ];

    /// <summary>Gives the size of an effect of strength one.</summary>
    public static double Effect(string advantage, char channel) =>
        advantage == "EE05" ? TruthParameters.EffectOfMarketAccess : channel switch
        {
            Cost => TruthParameters.EffectOnCost,
            Resources => TruthParameters.EffectOnSlack,
            Incentive => TruthParameters.EffectOnIncentive,
            _ => TruthParameters.EffectOnEffectiveness,
        };

    /// <summary>Sums the effects of a channel for each maker, in log points, before the sign of the channel.</summary>
    public static double[] Index(Exposures exposures, int makers, char channel)
    {
        double[] sum = new double[makers];
        foreach ((string advantage, _, double strength) in All.Where(path => path.Channel == channel))
        {
            double[] scores = exposures.Score(advantage);
            for (int maker = 0; maker < makers; maker++)
            {
                sum[maker] += Effect(advantage, channel) * strength * scores[maker];
            }
        }

        return sum;
    }
}
