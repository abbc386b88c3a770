using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Diagnosis;
using MathNet.Numerics.Distributions;

namespace Karkhana.Scenarios;

/// <summary>Capability and absorptive capacity of the firms of a model: those of the survey with their plausible values; a firm that did not
/// answer gets those of a firm like it, another in each draw.</summary>
/// <remarks>A donor answered, has the same status (clustered or dispersed) if any such firm answered, and is one of the five nearest in ln workers
/// (random hot deck; Andridge and Little 2010, doi:10.1111/j.1751-5823.2010.00103.x). Capability by function is the draw moved by how far the
/// firm's answers in the function lie from its mean over functions, before it is brought to the unit interval.</remarks>
internal sealed class FirmTraits
{
    private const int Donors = 5;

    private readonly double[][] _capability;
    private readonly double[][] _absorptive;
    private readonly int[] _sources;

    private FirmTraits(double[][] capability, double[][] absorptive, int[] sources, int functions, int imputed)
    {
        _capability = capability;
        _absorptive = absorptive;
        _sources = sources;
        Functions = functions;
        Imputed = imputed;
    }

    /// <summary>Gets the functions of capability.</summary>
    public int Functions { get; }

    /// <summary>Gets the firms that did not answer.</summary>
    public int Imputed { get; }

    public int Draws => _capability.Length;

    /// <param name="findings">What the diagnosis found.</param>
    /// <param name="agents">The number of each firm in focus: draws and ties in size go by it, not by the row.</param>
    /// <param name="capability">Its scores.</param>
    /// <param name="absorptive">Scores of absorptive capacity, or null.</param>
    public static FirmTraits Of(Findings findings, int[] agents, Score capability, Score? absorptive)
    {
        int[] firms = findings.Focus.Firms;
        double[] logWorkers = [.. firms.Select(firm => Math.Log(WorkersOf(findings, firm)))];
        int[] answered = [.. Enumerable.Range(0, firms.Length).Where(i => !double.IsNaN(capability.Values[firms[i]]))];
        int[]?[] donors = DonorsOf(answered, findings.Focus.Clustered, logWorkers, agents);
        FunctionProfile profile = FunctionProfile.Of(findings);
        int functions = profile.Deviations.Count;
        int draws = Math.Max(1, capability.PlausibleValues.Count);
        int[] first = new int[firms.Length];
        double[][] k = new double[draws][];
        double[][] gamma = new double[draws][];
        for (int draw = 0; draw < draws; draw++)
        {
            double[][] drawnK = ByFunction(DrawOf(capability, draw), firms, capability.IsShareOfScale, profile);
            double[] drawnGamma = absorptive is null
                ? [.. firms.Select(_ => double.NaN)]
                : UnitScale([.. firms.Select(firm => DrawOf(absorptive, draw)[firm])], null, absorptive.IsShareOfScale);
            AddressedDraw address = new(findings.Seed, draw);
            k[draw] = new double[functions * firms.Length];
            gamma[draw] = new double[firms.Length];
            for (int i = 0; i < firms.Length; i++)
            {
                int source = donors[i] is { } near
                    ? near[(int)(address.Uniform(RandomPurpose.SyntheticPopulation, 0, agents[i]) * near.Length)]
                    : i;
                first[i] = draw == 0 ? source : first[i];
                for (int function = 0; function < functions; function++)
                {
                    k[draw][(function * firms.Length) + i] = drawnK[function][source];
                }

                gamma[draw][i] = double.IsNaN(drawnGamma[source]) ? 0.5 : drawnGamma[source];
            }
        }

        return new FirmTraits(k, gamma, first, functions, firms.Length - answered.Length);
    }

    /// <summary>Gives capability in a draw: position function × firms + firm.</summary>
    public double[] Capability(int draw) => _capability[draw];

    /// <summary>Gives the firm that answered and whose answers a firm has in the first draw: itself if it answered.</summary>
    public int SourceOf(int firm) => _sources[firm];

    public double[] AbsorptiveCapacity(int draw) => _absorptive[draw];

    public static double WorkersOf(Findings findings, int firm)
    {
        double[] workers = findings.Study.Firms.Employment;
        return workers.Length == 0 || !(workers[firm] >= 1) ? 1 : workers[firm];
    }

    /// <summary>Gives the nearest firms that answered, for each firm that did not; null for those that did.</summary>
    private static int[]?[] DonorsOf(int[] answered, bool[] clustered, double[] logWorkers, int[] agents)
    {
        int[][] bySize =
        [
            .. new[] { false, true }.Select(status => (int[])[
                .. answered.Where(firm => clustered[firm] == status).OrderBy(firm => logWorkers[firm]).ThenBy(firm => agents[firm])]),
        ];
        int[] all = [.. answered.OrderBy(firm => logWorkers[firm]).ThenBy(firm => agents[firm])];
        int[]?[] donors = new int[clustered.Length][];
        HashSet<int> known = [.. answered];
        for (int firm = 0; firm < donors.Length; firm++)
        {
            int[] alike = bySize[clustered[firm] ? 1 : 0];
            donors[firm] = known.Contains(firm) ? null : Nearest(alike.Length > 0 ? alike : all, logWorkers, logWorkers[firm]);
        }

        return donors;
    }

    /// <summary>Takes the nearest from a list in the order of size, by a window that opens on the nearer side.</summary>
    private static int[] Nearest(int[] bySize, double[] logWorkers, double size)
    {
        int low = 0;
        int high = bySize.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = logWorkers[bySize[middle]] < size ? (middle + 1, high) : (low, middle);
        }

        int from = low;
        int to = low;
        while (to - from < Math.Min(Donors, bySize.Length))
        {
            bool below = to == bySize.Length || (from > 0 && size - logWorkers[bySize[from - 1]] <= logWorkers[bySize[to]] - size);
            (from, to) = below ? (from - 1, to) : (from, to + 1);
        }

        return bySize[from..to];
    }

    private static IReadOnlyList<double> DrawOf(Score score, int draw) =>
        score.PlausibleValues.Count == 0 ? score.Values : score.PlausibleValues[draw % score.PlausibleValues.Count];

    private static double[][] ByFunction(IReadOnlyList<double> values, int[] firms, bool isShare, FunctionProfile profile)
    {
        double[] own = [.. firms.Select(firm => values[firm])];
        double[] known = [.. own.Where(value => !double.IsNaN(value))];
        double unit = isShare ? 1 : profile.Spread > 0 ? Math.Sqrt(Core.Kernels.Sums.Variance(known)) / profile.Spread : 0;
        return [.. profile.Deviations.Select(deviations => UnitScale(own, [.. deviations.Select(deviation => unit * deviation)], isShare))];
    }

    /// <summary>Brings a score that has no ends to the unit interval by the normal distribution with its mean and deviation, and moves it before.</summary>
    private static double[] UnitScale(double[] own, double[]? moved, bool isShare)
    {
        double At(int i) => own[i] + (moved?[i] ?? 0);
        if (isShare)
        {
            return [.. own.Select((_, i) => Math.Clamp(At(i), 0, 1))];
        }

        double[] known = [.. own.Where(value => !double.IsNaN(value))];
        double mean = Core.Kernels.Sums.Mean(known);
        double deviation = Math.Sqrt(Core.Kernels.Sums.Variance(known));
        return [.. own.Select((value, i) => double.IsNaN(value) ? double.NaN : deviation > 0 ? Normal.CDF(mean, deviation, At(i)) : 0.5)];
    }
}
