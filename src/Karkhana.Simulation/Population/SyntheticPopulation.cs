using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Draws synthetic populations, for tests, examples and benchmarks; they say that they are synthetic.</summary>
public static class SyntheticPopulation
{
    private const double OutsideLinkShare = 0.1;

    /// <summary>Draws a population of firms in one cluster and dispersed firms around it.</summary>
    /// <remarks>
    /// Clustered firms lie evenly in a disc, dispersed firms evenly in a square around it. Workers are log-normal with median 10
    /// and spread 0.8, at least 1; γ and education even between 0.2 and 0.8; K evenly from 0.05 to 0.35. Two firms are tied with the probability
    /// p exp(−d / decay) of the parameters, with trust even on 0 to 1; one firm in ten has a link outside. One exposure stands
    /// for agglomeration: it acts on all channels with strength 1, near 0.8 in the cluster and near 0.1 elsewhere. Draws are
    /// addressed by the firm, so that a larger population begins with the same firms of each kind. Cost: firms squared.
    /// </remarks>
    /// <param name="options">Numbers and distances.</param>
    /// <param name="parameters">Probability and decay of ties.</param>
    /// <returns>The population, marked as synthetic.</returns>
    public static ClusterPopulation Draw(SyntheticPopulationOptions? options = null, ClusterParameters? parameters = null)
    {
        options ??= new SyntheticPopulationOptions();
        parameters ??= new ClusterParameters();
        AddressedDraw draw = new(options.Seed, 0);
        ClusterFirm[] firms =
        [
            .. Enumerable.Range(0, options.Clustered).Select(i => Firm(draw, 2 * i, clustered: true, options)),
            .. Enumerable.Range(0, options.Dispersed).Select(i => Firm(draw, (2 * i) + 1, clustered: false, options)),
        ];
        return new ClusterPopulation
        {
            Firms = firms,
            Ties = Ties(draw, firms, parameters),
            Places = ["synthetic cluster", "synthetic surroundings"],
            Advantages = [new AdvantageStrength("agglomeration", 1, 1, 1, 1, 1, 0)],
            Synthetic = true,
        };
    }

    private static ClusterFirm Firm(AddressedDraw draw, int agent, bool clustered, SyntheticPopulationOptions options)
    {
        double Uniform(int index) => draw.Uniform(RandomPurpose.SyntheticPopulation, 0, agent, index);
        double radius = options.Radius * Math.Sqrt(Uniform(0));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * Uniform(1));
        double exposure = clustered ? 0.65 + (0.3 * Uniform(2)) : 0.2 * Uniform(2);
        double size = Math.Exp(Math.Log(10) + (0.8 * draw.Gaussian(RandomPurpose.SyntheticPopulation, 1, agent)));
        return new ClusterFirm
        {
            Agent = agent,
            X = clustered ? radius * cosine : options.HalfWidth * ((2 * Uniform(0)) - 1),
            Y = clustered ? radius * sine : options.HalfWidth * ((2 * Uniform(1)) - 1),
            Place = clustered ? 0 : 1,
            Clustered = clustered,
            Stage = (FirmStage)Math.Min(3, (int)(4 * Uniform(3))),
            Product = (int)(options.Products * Uniform(4)),
            Workers = Math.Max(1, Math.Round(size)),
            Age = (int)(80 * Uniform(5)),
            Capability = [.. Enumerable.Range(0, options.Functions).Select(function => 0.05 + (0.3 * Uniform(16 + function)))],
            AbsorptiveCapacity = 0.2 + (0.6 * Uniform(6)),
            Education = 0.2 + (0.6 * Uniform(7)),
            AssociationMember = Uniform(8) < 0.3,
            Exposures = [exposure],
        };
    }

    private static List<ClusterTie> Ties(AddressedDraw draw, ClusterFirm[] firms, ClusterParameters parameters)
    {
        List<ClusterTie> ties = [];
        for (int from = 0; from < firms.Length; from++)
        {
            if (draw.Uniform(RandomPurpose.SyntheticPopulation, 2, firms[from].Agent) < OutsideLinkShare)
            {
                ties.Add(new ClusterTie(from, from, ClusterTieKind.External, 0.5));
            }

            for (int to = from + 1; to < firms.Length; to++)
            {
                (double dx, double dy) = (firms[from].X - firms[to].X, firms[from].Y - firms[to].Y);
                double probability = parameters.TieProbability * Math.Exp(-Math.Sqrt((dx * dx) + (dy * dy)) / parameters.TieDecay);
                int step = 3 + Math.Max(firms[from].Agent, firms[to].Agent); // one address per pair
                int agent = Math.Min(firms[from].Agent, firms[to].Agent);
                if (draw.Uniform(RandomPurpose.SyntheticPopulation, step, agent) < probability)
                {
                    double trust = draw.Uniform(RandomPurpose.SyntheticPopulation, step, agent, 1);
                    ClusterTieKind kind = (ClusterTieKind)Math.Min(4, (int)(5 * draw.Uniform(RandomPurpose.SyntheticPopulation, step, agent, 2)));
                    ties.Add(new ClusterTie(from, to, kind, trust));
                }
            }
        }

        return ties;
    }
}
