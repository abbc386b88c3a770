using Karkhana.Core.Exchange;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What a study sees of its firms, as the model is to reproduce it.</summary>
internal static class StudyObservations
{
    private const double MetresPerKilometre = 1000;

    /// <summary>Gives the firms that answered, and of all firms of the industry their ages and closures.</summary>
    /// <param name="findings">What the diagnosis found, with scores.</param>
    /// <param name="centres">The centre of each place in km.</param>
    /// <param name="isSeen">Which firms of the register are looked at; null for all.</param>
    /// <returns>The observations.</returns>
    public static FirmObservations Of(
        Findings findings, IReadOnlyDictionary<string, (double X, double Y)> centres, Func<int, bool>? isSeen = null)
    {
        HashSet<int> surveyed = [.. findings.Study.Survey!.Firms];
        int[] kept = [.. Enumerable.Range(0, findings.Focus.Firms.Length).Where(
            i => surveyed.Contains(findings.Focus.Firms[i]) && isSeen?.Invoke(findings.Focus.Firms[i]) != false)];
        int[] firms = [.. kept.Select(i => findings.Focus.Firms[i])];
        Dictionary<int, FirmRegime> regimes = findings.Regimes?.Firms.ToDictionary(firm => firm.Firm) ?? [];
        bool byAnswers = regimes.Values.Any(firm => firm.Stated is not null);
        Data.Studies.FirmRegister register = findings.Study.Firms;
        return new FirmObservations
        {
            Capability = Of(findings, Constructs.Capability, firms),
            Effort = Of(findings, Constructs.Effort, firms),
            AbsorptiveCapacity = Of(findings, Constructs.AbsorptiveCapacity, firms),
            Workers = [.. firms.Select(firm => register.Employment.Length == 0 ? double.NaN : register.Employment[firm])],
            Clustered = [.. kept.Select(i => findings.Focus.Clustered[i])],
            Regimes = [.. firms.Select(firm => !regimes.TryGetValue(firm, out FirmRegime? one) ? null : byAnswers ? one.Stated : one.Modelled?.Regime)],
            Distance = [.. firms.Select(firm => register.Places.Length > 0 && centres.TryGetValue(register.Places[firm], out (double X, double Y) centre)
                ? Math.Sqrt(Square((register.X[firm] / MetresPerKilometre) - centre.X) + Square((register.Y[firm] / MetresPerKilometre) - centre.Y))
                : double.NaN)],
            Ties = TiesOf(findings, firms),
            LinksOutside = Picked(StudyTies.LinksOutside(findings), kept),
            Ages = AgesOf(findings, isSeen),
            ClosedSince = ClosedSince(findings, isSeen),
        };
    }

    private static double[] Picked(double[] values, int[] rows) => [.. rows.Select(row => values[row])];

    private static double[] AgesOf(Findings findings, Func<int, bool>? isSeen)
    {
        Data.Studies.FirmRegister register = findings.Study.Firms;
        return register.Founded.Length == 0 || register.PresentYear is not int present
            ? []
            : [.. findings.Focus.Firms.Where(firm => isSeen?.Invoke(firm) != false).Select(firm => present - register.Founded[firm])];
    }

    // Establishments that have closed are in no survey and not in focus: only the register knows them.
    private static bool[] ClosedSince(Findings findings, Func<int, bool>? isSeen)
    {
        Data.Studies.FirmRegister register = findings.Study.Firms;
        return register.Closed.Length == 0 || register.PresentYear is not int present
            ? []
            :
            [
                .. Enumerable.Range(0, register.Count)
                    .Where(firm => register.Industries.Length == 0 || register.Industries[firm] == findings.Focus.Industry)
                    .Where(firm => isSeen?.Invoke(firm) != false && register.Stands(firm, present - ClusterObservables.TurnoverYears))
                    .Select(firm => !register.IsOpen(firm)),
            ];
    }

    private static double[] Of(Findings findings, string construct, int[] firms) => findings.Scores?.Scores.Find(construct) is { } score
        ? [.. firms.Select(firm => score.Values[firm])]
        : [.. firms.Select(_ => double.NaN)];

    private static double[] TiesOf(Findings findings, int[] firms)
    {
        if (findings.Network is not { } network)
        {
            return [.. firms.Select(_ => double.NaN)];
        }

        Dictionary<int, int> places = network.Firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
        Methods.Networks.Graph received = network.Graph.Reversed();
        return [.. firms.Select(firm => places.TryGetValue(firm, out int place)
            ? network.Graph.Targets(place).Length + received.Targets(place).Length
            : double.NaN)];
    }

    private static double Square(double value) => value * value;
}
