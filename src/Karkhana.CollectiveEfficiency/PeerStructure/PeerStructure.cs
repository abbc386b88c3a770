using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Whether a network allows peer effects to be estimated, and the instruments when it does.</summary>
public static class PeerStructure
{
    private const string Source = "Bramoullé, Djebbari & Fortin 2009, doi:10.1016/j.jeconom.2008.12.021; Manski 1993, doi:10.2307/2298123";

    /// <summary>Finds the ranks that the model y = βGy + γx + δGx + ε needs.</summary>
    /// <remarks>
    /// G holds the weights of each firm's peers. β and δ can be told apart only when I, G and G² are linearly independent;
    /// with an effect common to each network, when I, G, G² and G³ are. The matrices are vectors of their cells; their rank
    /// is found by elimination over remainders modulo two 61-bit primes, without rounding: a full rank is proven, and a
    /// rank that is too low would have to be wrong by both primes. Rows of firms without peers are left out: they would
    /// make up for any lack by being alike in nothing but having no peers. A full rank is needed, not enough: instruments
    /// can be weak, and who is tied to whom is chosen. Cost: walks of three ties while the rank is too low; a full rank
    /// ends the search. Source: Bramoullé, Djebbari and Fortin 2009, doi:10.1016/j.jeconom.2008.12.021, propositions 1
    /// and 4. Agrees with: the two examples of the framework.
    /// </remarks>
    /// <param name="network">Ties from the giver to the receiver.</param>
    /// <param name="options">Who is a peer and how peers weigh.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>The ranks, with the reason where one is too low.</returns>
    /// <exception cref="ArgumentException">Values of ties are used and one is not above zero and finite.</exception>
    public static PeerStructureResult Estimate(
        Graph network, PeerStructureOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PeerStructureOptions();
        PeerNetwork peers = PeersOf(network, options);
        int isolates = peers.Isolates().Count(isolate => isolate);
        int rank = peers.Rank(2, cancellationToken);
        int withFixedEffects = peers.Rank(3, cancellationToken);
        return new PeerStructureResult
        {
            Firms = peers.Count,
            Isolates = isolates,
            Rank = rank,
            RankWithFixedEffects = withFixedEffects,
            Notes = NotesOf(rank, withFixedEffects, isolates),
            Provenance = new Provenance(
                "collective-efficiency.peer-structure",
                $"direction = {Core.Tables.Words.Of(options.Direction)}, row_normalised = {options.RowNormalised}, valued_ties = {options.ValuedTies}", Source),
        };
    }

    /// <summary>Gives the traits of peers and of their peers.</summary>
    /// <remarks>GX and G²X are what a two-stage estimate uses in place of the peers' outcome. Cost: ties × traits.</remarks>
    /// <param name="network">Ties from the giver to the receiver.</param>
    /// <param name="names">The traits, each once.</param>
    /// <param name="traits">By trait, then by firm; all known.</param>
    /// <param name="options">Who is a peer and how peers weigh.</param>
    /// <returns>X, GX and G²X.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a name comes twice or a value is missing.</exception>
    public static PeerInstruments Instruments(
        Graph network, IReadOnlyList<string> names, IReadOnlyList<double[]> traits, PeerStructureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(traits);
        options ??= new PeerStructureOptions();
        PeerNetwork peers = PeersOf(network, options);
        Require.SameLength(names.Count, traits.Count, nameof(traits));
        Require.That(names.Distinct(StringComparer.Ordinal).Count() == names.Count, nameof(names), "must name every trait once");
        foreach (double[] trait in traits)
        {
            Require.SameLength(peers.Count, trait.Length, nameof(traits));
            Require.Finite(trait, nameof(traits));
        }

        double[][] once = [.. traits.Select(trait => peers.OfPeers(trait))];
        return new PeerInstruments(
            network.Nodes, names, traits, once, [.. once.Select(trait => peers.OfPeers(trait))], peers.Isolates());
    }

    private static PeerNetwork PeersOf(Graph network, PeerStructureOptions options) =>
        PeerNetwork.Of(network, options.Direction, options.RowNormalised, options.ValuedTies);

    private static List<Note> NotesOf(int rank, int withFixedEffects, int isolates)
    {
        List<Note> notes = [];
        if (rank < 3)
        {
            notes.Add(new Note("rank-too-low", Severity.Error, PeerNetwork.ReasonOf(rank)));
        }
        else if (withFixedEffects < 4)
        {
            notes.Add(new Note(
                "rank-too-low-with-fixed-effects", Severity.Warning,
                "G³ is a linear combination of I, G and G²: with an effect common to each network, peer effects cannot be told from effects of the peers' traits. "
                + "Without such an effect the network allows the model."));
        }

        if (isolates > 0)
        {
            notes.Add(new Note(
                "isolates", Severity.Information,
                FormattableString.Invariant($"Firms without peers: {isolates}. They are left out of the ranks; a model that keeps them needs a dummy for them.")));
        }

        return notes;
    }
}
