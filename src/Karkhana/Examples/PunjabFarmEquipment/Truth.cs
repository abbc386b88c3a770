using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>What is true of each maker, before anybody asks.</summary>
internal sealed class Truth
{
    private const int Start = 5;
    private const int Problem = 6;
    private const int Outcome = 7;

    private Truth(Register register, Exposures exposures, ulong seed)
    {
        Register = register;
        Exposures = exposures;
        Makers = [.. register.Firms.Take(register.Makers)];
        Schooling = Sampling.Standardise([.. Makers.Select(maker => maker.Schooling)]);
        double[] experience = Sampling.Standardise([.. Makers.Select(maker => maker.Experience)]);
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Start);
        Absorption = [.. Makers.Select((maker, i) => Math.Clamp(
            TruthParameters.AbsorptionLevel
            + (TruthParameters.AbsorptionBySchooling * maker.Schooling)
            + (TruthParameters.AbsorptionByExperience * experience[i])
            + (TruthParameters.AbsorptionNoise * stream.NextGaussian()),
            0.02,
            0.98))];
        StartCapability = [.. Makers.Select(maker => Math.Max(
            0.01, TruthParameters.StartLevel + (TruthParameters.StartBySchooling * maker.Schooling) + (TruthParameters.StartNoise * stream.NextGaussian())))];
        double[] openness = [.. Schooling.Select(schooling => (TruthParameters.OpennessBySchooling * schooling) + (TruthParameters.OpennessNoise * stream.NextGaussian()))];
        Gatekeepers = ChooseGatekeepers();
        Openness = [.. openness.Select(
            (open, maker) => open + (Gatekeepers.Contains(maker) ? TruthParameters.GatekeeperOpenness : 0))];
        Problems = MakeProblems(seed);
    }

    public Register Register { get; }

    public Exposures Exposures { get; }

    public SyntheticFirm[] Makers { get; }

    /// <summary>Gets the schooling of the owners, mean 0 and standard deviation 1.</summary>
    public double[] Schooling { get; }

    /// <summary>Gets the absorptive capacity in [0, 1].</summary>
    public double[] Absorption { get; }

    public double[] StartCapability { get; }

    /// <summary>Gets the openness to sources outside the place.</summary>
    public double[] Openness { get; }

    public HashSet<int> Gatekeepers { get; }

    public MakerSituation[] Problems { get; }

    /// <summary>Gets the capability after the years of learning.</summary>
    public double[] Capability { get; private set; } = [];

    /// <summary>Gets the effort of the last year.</summary>
    public double[] Effort { get; private set; } = [];

    public TrueRegime[] Regimes { get; private set; } = [];

    /// <summary>Gets the share of what was learnt that came without effort.</summary>
    public double[] InflowShare { get; private set; } = [];

    public double[] Performance { get; private set; } = [];

    public Ties Ties { get; private set; } = Ties.None;

    public static Truth Of(Register register, ulong seed)
    {
        Truth truth = new(register, Exposures.Of(register, seed), seed);
        truth.Ties = Ties.Of(truth, seed);
        Learning learning = Learning.Of(truth);
        truth.Capability = learning.Capability;
        truth.Effort = learning.Effort;
        truth.Regimes = learning.Regimes;
        truth.InflowShare = learning.InflowShare;
        truth.Performance = truth.Perform(seed);
        return truth;
    }

    /// <summary>The ablest makers of three towns.</summary>
    private HashSet<int> ChooseGatekeepers()
    {
        int each = TruthParameters.Gatekeepers.Whole / 4;
        (string Town, int Count)[] towns = [(Places.Daska, 2 * each), (Places.Okara, each), (Places.MianChannu, each)];
        return [.. towns.SelectMany(entry => Enumerable.Range(0, Makers.Length)
            .Where(maker => Makers[maker].Place.Town == entry.Town)
            .OrderByDescending(maker => StartCapability[maker]).ThenBy(maker => maker).Take(entry.Count))];
    }

    private MakerSituation[] MakeProblems(ulong seed)
    {
        double[] cost = PlantedPaths.Index(Exposures, Makers.Length, PlantedPaths.Cost);
        double[] resources = PlantedPaths.Index(Exposures, Makers.Length, PlantedPaths.Resources);
        double[] incentive = PlantedPaths.Index(Exposures, Makers.Length, PlantedPaths.Incentive);
        double[] effectiveness = PlantedPaths.Index(Exposures, Makers.Length, PlantedPaths.Effectiveness);
        (double[] rivalry, double[] pooling) = (Exposures.Of("EE11"), Exposures.Of("JA05"));
        return [.. Makers.Select((maker, i) =>
        {
            RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Problem, i);
            double Noise() => Math.Exp(TruthParameters.ParameterNoise * stream.NextGaussian());
            double pressure = (TruthParameters.RivalryRise * rivalry[i]) - (TruthParameters.RivalryFall * rivalry[i] * rivalry[i]);
            return new MakerSituation(
                TruthParameters.Incentive * Math.Exp(
                    incentive[i] + pressure + TruthParameters.IncentiveShift) * Noise(),
                TruthParameters.Effectiveness * Math.Exp(effectiveness[i] + (TruthParameters.EffectivenessByAbsorption * (Absorption[i] - TruthParameters.AbsorptionMiddle))) * Noise(),
                TruthParameters.Cost * Math.Exp(-cost[i]),
                TruthParameters.Slack * Math.Exp(
                    (TruthParameters.SlackBySize * Math.Log(maker.Workers / 10.0)) + resources[i]) * Noise(),
                TruthParameters.LeastEffort * (1 - (TruthParameters.Pooling * pooling[i])) * Noise());
        })];
    }

    private double[] Perform(ulong seed)
    {
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Outcome);
        string[] advantages = ["EE01", "EE02", "EE03", "EE04", "EE06", "EE13"];
        double[] benefit = Sampling.Standardise([.. Enumerable.Range(0, Makers.Length)
            .Select(maker => advantages.Sum(advantage => Exposures.Of(advantage)[maker]))]);
        double[] capability = Sampling.Standardise(Capability);
        return Sampling.Standardise([.. Enumerable.Range(0, Makers.Length).Select(maker =>
            (TruthParameters.PerformanceByCapability * capability[maker])
            + (TruthParameters.PerformanceByStatic * benefit[maker])
            + (TruthParameters.PerformanceBySchooling * Schooling[maker])
            + (TruthParameters.PerformanceNoise * stream.NextGaussian()))]);
    }
}
