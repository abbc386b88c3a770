using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Actors who belong to events: firms to associations, workers to firms.</summary>
public static class TwoMode
{
    internal const string Source =
        "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2; Newman 2001, doi:10.1103/PhysRevE.64.016132; Latapy et al. 2008, doi:10.1016/j.socnet.2007.04.006; Robins & Alexander 2004, doi:10.1023/B:CMOT.0000032580.12184.c0";

    private const int MostActors = 20_000;

    /// <summary>Describes a two-mode network and projects it on its actors.</summary>
    /// <remarks>
    /// Density: ties / (actors · events). Degree centrality: degree / size of the other mode. Projection, i ≠ j: count,
    /// the shared events; newman, Σ over them of 1 / (actors of the event − 1). Clustering: mean over those u with whom
    /// an actor shares an event of |N(u) ∩ N(v)| / |N(u) ∪ N(v)|; 0 without such. Robins-Alexander: 4 C₄ / L₃, four-cycles
    /// over paths of three ties; NaN without such a path. A repeated tie counts once. Cost: Σ over ties of the actors of
    /// the event, and actors². Source: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2; Newman 2001,
    /// doi:10.1103/PhysRevE.64.016132, equation 2; Latapy, Magnien and Del Vecchio 2008,
    /// doi:10.1016/j.socnet.2007.04.006; Robins and Alexander 2004, doi:10.1023/B:CMOT.0000032580.12184.c0. Agrees
    /// with: networkx 2.8.8 bipartite, relative 1e-10.
    /// </remarks>
    /// <param name="affiliations">Who belongs to what, of at most 20,000 actors.</param>
    /// <param name="options">What a shared event counts.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between actors.</param>
    /// <returns>The statistics and the projection.</returns>
    /// <exception cref="ArgumentException">There are too many actors.</exception>
    public static TwoModeResult Estimate(
        Affiliations affiliations, TwoModeOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        options ??= new TwoModeOptions();
        (int actors, int events) = (affiliations.Actors.Count, affiliations.Events.Count);
        Require.Between(actors, 0, MostActors, nameof(affiliations));
        double[] shared = Shared(affiliations, AffiliationWeight.Count, cancellationToken);
        double[] actorDegrees = [.. Enumerable.Range(0, actors).Select(actor => (double)affiliations.EventsOf(actor).Length)];
        double[] eventDegrees = [.. Enumerable.Range(0, events).Select(at => (double)affiliations.ActorsOf(at).Length)];
        return new TwoModeResult(affiliations.TieCount / ((double)actors * events))
        {
            Nodes = [.. affiliations.Actors, .. affiliations.Events],
            DegreeCentrality = [.. actorDegrees.Select(degree => degree / events), .. eventDegrees.Select(degree => degree / actors)],
            Actors = affiliations.Actors,
            Clustering = Clustering(shared, actorDegrees),
            RobinsAlexander = 4 * FourCycles(shared) / PathsOfThree(affiliations, eventDegrees),
            Projection = options.Projection == AffiliationWeight.Count ? shared : Shared(affiliations, options.Projection, cancellationToken),
            Notes = affiliations.TieCount == 0 ? [NetworkNotes.NoTies()] : [],
            Provenance = new Provenance("networks.two-mode", $"projection = {options.Projection}", Source),
        };
    }

    private static double[] Shared(Affiliations affiliations, AffiliationWeight weight, CancellationToken cancellationToken)
    {
        int n = affiliations.Actors.Count;
        double[] shared = new double[n * n];
        for (int actor = 0; actor < n; actor++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int at in affiliations.EventsOf(actor))
            {
                ReadOnlySpan<int> present = affiliations.ActorsOf(at);
                foreach (int other in present)
                {
                    shared[(actor * n) + other] += other == actor ? 0 : weight == AffiliationWeight.Count ? 1 : 1.0 / (present.Length - 1);
                }
            }
        }

        return shared;
    }

    private static double[] Clustering(double[] shared, double[] degrees)
    {
        int n = degrees.Length;
        double[] clustering = new double[n];
        for (int actor = 0; actor < n; actor++)
        {
            (double sum, int partners) = (0, 0);
            for (int other = 0; other < n; other++)
            {
                double common = shared[(actor * n) + other];
                partners += common > 0 ? 1 : 0;
                sum += common / (degrees[actor] + degrees[other] - common);
            }

            clustering[actor] = partners == 0 ? 0 : sum / partners;
        }

        return clustering;
    }

    // Each four-cycle is two actors with two shared events; the matrix holds each two actors twice.
    private static double FourCycles(double[] shared) => Sums.Sum([.. shared.Select(common => common * (common - 1) / 2)]) / 2;

    private static double PathsOfThree(Affiliations affiliations, double[] eventDegrees)
    {
        double paths = 0;
        for (int actor = 0; actor < affiliations.Actors.Count; actor++)
        {
            ReadOnlySpan<int> events = affiliations.EventsOf(actor);
            foreach (int at in events)
            {
                paths += (events.Length - 1) * (eventDegrees[at] - 1);
            }
        }

        return paths;
    }
}
