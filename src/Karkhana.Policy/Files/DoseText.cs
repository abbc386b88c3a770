using System.Globalization;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>How doses are written in a policy file.</summary>
internal static class DoseText
{
    private const string Log = " log";
    private const double MostLog = 5;
    private const double MostLevel = 1e6;

    private static readonly Dictionary<string, DoseTarget> ByWord = new(StringComparer.Ordinal)
    {
        ["c"] = DoseTarget.UnitCost,
        ["S"] = DoseTarget.Slack,
        ["eMin"] = DoseTarget.LeastEffort,
        ["pool"] = DoseTarget.Pooling,
        ["rho"] = DoseTarget.Incentive,
        ["theta"] = DoseTarget.Effectiveness,
        ["AC"] = DoseTarget.AbsorptiveCapacity,
        ["tau"] = DoseTarget.Trust,
        ["pJoin"] = DoseTarget.JoinProbability,
        ["psi"] = DoseTarget.Leakage,
        ["outside"] = DoseTarget.OutsideInflow,
        ["alpha"] = DoseTarget.InteractiveInflow,
        ["mu"] = DoseTarget.WorkerMobility,
        ["barrier"] = DoseTarget.AdoptionBarrier,
        ["Phi"] = DoseTarget.Frontier,
        ["congestion"] = DoseTarget.Congestion,
        ["uptime"] = DoseTarget.Uptime,
        ["demand"] = DoseTarget.Demand,
    };

    /// <summary>Gets the words for mechanisms.</summary>
    public static IReadOnlyCollection<string> Targets => ByWord.Keys;

    /// <summary>Reads a dose whose form the schema has found right.</summary>
    public static Dose Read(string word, string text)
    {
        bool log = text.EndsWith(Log, StringComparison.Ordinal);
        double amount = double.Parse(log ? text[..^Log.Length] : text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new Dose(ByWord[word], amount, log ? DoseScale.Log : DoseScale.Level);
    }

    /// <summary>Says whether a mechanism is 0 before policies, so that a dose on the logarithm would move nothing.</summary>
    public static bool BeginsAtZero(DoseTarget target) =>
        target is DoseTarget.Trust or DoseTarget.JoinProbability or DoseTarget.Congestion;

    /// <summary>Gives the greatest amount, up or down, that makes sense.</summary>
    public static double Most(Dose dose) => (dose.Scale, dose.Target) switch
    {
        (DoseScale.Log, _) => MostLog,
        (_, DoseTarget.Pooling or DoseTarget.AbsorptiveCapacity or DoseTarget.Trust or DoseTarget.JoinProbability
            or DoseTarget.OutsideInflow or DoseTarget.InteractiveInflow or DoseTarget.WorkerMobility or DoseTarget.Uptime) => 1,
        _ => MostLevel,
    };
}
