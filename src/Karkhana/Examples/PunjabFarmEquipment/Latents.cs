namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>What lies behind the answers to each item: a standardised truth of each maker.</summary>
internal sealed class Latents
{
    private readonly Truth _truth;
    private readonly Dictionary<string, double[]> _byItem;
    private readonly Dictionary<string, double[]> _byConstruct;
    private readonly double[] _nothing;

    public Latents(Truth truth)
    {
        _truth = truth;
        _nothing = new double[truth.Makers.Length];
        double[] effort = Sampling.Standardise([.. truth.Effort.Select(value => Math.Sqrt(value))]);
        double[] poaching = truth.Exposures.Score("DE02");
        double[] trained = Sampling.Standardise(
            [.. effort.Select((value, i) => value + (AnswerParameters.PoachingOnTraining * poaching[i]))]);
        double[] size = Sampling.Standardise([.. truth.Makers.Select(maker => Math.Log(maker.Workers))]);
        _byConstruct = new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["effort"] = effort,
            ["absorptive_capacity"] = Sampling.Standardise(truth.Absorption),
            [RoutineItems.Construct] = Sampling.Standardise(truth.Absorption),
            ["external_openness"] = Sampling.Standardise(truth.Openness),
            ["trust"] = Sampling.Standardise(truth.Exposures.Sociability),
            ["performance"] = truth.Performance,
            ["failed_cooperation"] = [.. Sampling.Standardise(truth.Exposures.Sociability).Select(value => -value)],
        };
        double[] inflow = Sampling.Standardise(truth.InflowShare);
        _byItem = new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["E5"] = trained,
            ["E6"] = trained,
            ["M1"] = Logs(problem => problem.Cost * problem.Least),
            ["M2"] = Logs(problem => 1 / problem.Cost),
            ["M3"] = Logs(problem => problem.Slack / problem.Cost / problem.Least),
            ["M4"] = Logs(problem => problem.Least / problem.Slack),
            ["M5"] = Logs(problem => problem.Incentive),
            ["M6"] = Logs(problem => problem.Incentive),
            ["M7"] = [.. truth.Exposures.Score("DE03").Select(value => -value)],
            ["M8"] = Logs(problem => problem.Effectiveness),
            ["M9"] = truth.Exposures.Score("EE10"),
            ["M10"] = inflow,
            ["M11"] = inflow,
            ["BE5"] = [.. size.Select(value => -value)],
            ["BE7"] = size,
            ["F10"] = truth.Exposures.Score("JA05"),
            ["F15"] = size,
            ["F16"] = size,
        };
    }

    /// <summary>Gives the truth behind an item.</summary>
    public double[] Behind(Item item)
    {
        string construct = item.Construct.Split('_') is [{ Length: 4 } advantage, "change"] ? advantage : item.Construct;
        return _byItem.TryGetValue(item.Id, out double[]? own) ? own
            : _byConstruct.TryGetValue(construct, out double[]? shared) ? shared
            : _truth.Exposures.Has(construct) ? _truth.Exposures.Score(construct)
            : _nothing;
    }

    /// <summary>Gives how closely an answer follows the truth behind it.</summary>
    public static double Loading(Item item) => item.Construct switch
    {
        "business_environment" or "firm_profile" => AnswerParameters.CopulaCorrelation,
        { } construct when construct.EndsWith(
            "_change", StringComparison.Ordinal) => AnswerParameters.CopulaCorrelation,
        _ => AnswerParameters.Loading,
    };

    private double[] Logs(Func<MakerSituation, double> value) => Sampling.Standardise(
        [.. _truth.Problems.Select(problem => Math.Log(value(problem)))]);
}
