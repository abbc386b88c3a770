using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The true exposure of each maker to each advantage: geography, something of its own, and noise, ranked over
/// all makers.</summary>
internal sealed class Exposures
{
    private const int Traits = 4;

    // Advantage, the part of geography behind it, and a second part.
    private static readonly (string Advantage, string First, string Second)[] Definitions =
    [
        ("EE01", "labour", "own5"), ("EE02", "services", "own5"), ("EE03", "foundries", "services"), ("EE04", "own2", "services"),
        ("EE05", "own20", "all20"), ("EE06", "all5", "all20"), ("EE07", "rural", "trait"), ("EE08", "own2", "own20"),
        ("EE09", "own5", "labour"), ("EE10", "own2", "social"), ("EE11", "own2", "own2"), ("EE12", "own5", "own20"),
        ("EE13", "services", "foundries"), ("EE14", "institutes", "all20"), ("JA01", "services", "social"), ("JA02", "all20", "social"),
        ("JA03", "own2", "social"), ("JA04", "own20", "social"), ("JA05", "own5", "social"), ("JA06", "institutes", "social"),
        ("JA07", "social", "trait"), ("DE01", "all5", "own5"), ("DE02", "labour", "trait"), ("DE03", "own2", "trait"),
        ("DE04", "own20", "trait"), ("DE05", "own5", "trait"),
    ];

    private static readonly string[] InstituteTowns = ["Multan", "Faisalabad", "Lahore", "Sialkot", "Daska"];

    private readonly Dictionary<string, double[]> _ranks;

    private Exposures(Dictionary<string, double[]> ranks, double[] sociability)
    {
        _ranks = ranks;
        Sociability = sociability;
    }

    /// <summary>Gets the sociability of each maker, standard normal.</summary>
    public double[] Sociability { get; }

    public static Exposures Of(Register register, ulong seed)
    {
        double[] sociability = Normals(seed, register.Makers, 0);
        Dictionary<string, double[]> parts = Geography(register);
        parts["social"] = Ranks.Normalise(sociability);
        Dictionary<string, double[]> ranks = new(StringComparer.Ordinal);
        for (int i = 0; i < Definitions.Length; i++)
        {
            (string advantage, string first, string second) = Definitions[i];
            double[] trait = Ranks.Normalise(Normals(seed, register.Makers, (2 * i) + 1));
            double[] noise = Normals(seed, register.Makers, (2 * i) + 2);
            double[] seconds = second == "trait" ? trait : parts[second];
            ranks[advantage] = Ranks.Normalise([.. Enumerable.Range(0, register.Makers).Select(maker =>
                (TruthParameters.FirstGeography * parts[first][maker])
                + (TruthParameters.SecondPart * seconds[maker])
                + (TruthParameters.OwnPart * trait[maker])
                + (TruthParameters.ExposureNoise * noise[maker]))]);
        }

        return new Exposures(ranks, sociability);
    }

    /// <summary>Says whether there is such an advantage.</summary>
    public bool Has(string advantage) => _ranks.ContainsKey(advantage);

    /// <summary>Gets the exposures in [0, 1].</summary>
    public double[] Of(string advantage) => _ranks[advantage];

    /// <summary>Gets the exposures with mean 0 and standard deviation 1.</summary>
    public double[] Score(string advantage) => Sampling.Score(_ranks[advantage]);

    private static double[] Normals(ulong seed, int makers, int substream)
    {
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Traits, substream);
        return [.. Enumerable.Range(0, makers).Select(_ => stream.NextGaussian())];
    }

    private static Dictionary<string, double[]> Geography(Register register)
    {
        double[] rural = Counted(register, 10, _ => true, _ => 1);
        return new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["own2"] = Counted(register, 2, IsMaker, _ => 1),
            ["own5"] = Counted(register, 5, IsMaker, _ => 1),
            ["own20"] = Counted(register, 20, IsMaker, _ => 1),
            ["labour"] = Counted(register, 5, IsMaker, firm => firm.Workers),
            ["foundries"] = Counted(register, 5, firm => firm.Trade == Trades.Foundry, _ => 1),
            ["services"] = Counted(
                register, 5, firm => firm.Trade is Trades.Foundry or Trades.Engineering or Trades.AutoRepair, _ => 1),
            ["all5"] = Counted(register, 5, _ => true, _ => 1),
            ["all20"] = Counted(register, 20, _ => true, _ => 1),
            ["rural"] = [.. rural.Select(rank => 1 - rank)],
            ["institutes"] = Ranks.Normalise([.. register.Firms.Take(register.Makers)
                .Select(firm => -InstituteTowns.Min(town => Places.Centre(town).DistanceTo(firm.Place)))]),
        };
    }

    private static bool IsMaker(SyntheticFirm firm) => firm.Trade == Trades.Makers;

    private static double[] Counted(
        Register register, double kilometres, Func<SyntheticFirm, bool> counts, Func<SyntheticFirm, double> weight) =>
        Ranks.Normalise([.. register.Firms.Take(register.Makers).Select(firm => register.Firms
            .Where(other => other != firm && counts(other) && firm.Place.DistanceTo(other.Place) <= kilometres).Sum(weight))]);
}
