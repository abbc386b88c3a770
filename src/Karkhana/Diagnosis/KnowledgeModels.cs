using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;
using Karkhana.Learning;
using Karkhana.Methods.Networks;

namespace Karkhana.Diagnosis;

/// <summary>What goes with the part of a firm in the knowledge network: roles, who gives to whom, peers.</summary>
public sealed record KnowledgeModels
{
    // A table of some terms is read at 5 %; 2,000 orders, the default, are a call of the library away.
    private const int Permutations = 399;
    private const int LeastFirms = 20;
    private const int FewPlaces = 8;
    private const int MostFirms = 300; // pairs grow with the square

    /// <summary>Gets capability on roles, without and with the number of ties.</summary>
    public required RoleCapabilityResult Capability { get; init; }

    /// <summary>Gets which firms have which role.</summary>
    public required RoleDeterminantsResult Determinants { get; init; }

    /// <summary>Gets a value indicating whether firms are compared with those of their own place alone, the places being too few for errors that go
    /// together within them.</summary>
    public required bool WithinPlaces { get; init; }

    /// <summary>Gets between which firms of a place knowledge is passed on, by place.</summary>
    public required IReadOnlyList<(string Place, KnowledgeTiesResult Ties)> Ties { get; init; }

    /// <summary>Gets whether firms take after those they learn from, or why we cannot tell.</summary>
    public required PeerEffectsReport Peers { get; init; }

    /// <summary>Gets what the parts read.</summary>
    internal KnowledgeInputs? Inputs { get; init; }

    /// <summary>Gets what made the parts.</summary>
    internal IEnumerable<Provenance> Provenances =>
        [Capability.Provenance, Determinants.Provenance, .. Ties.Take(1).Select(place => place.Ties.Provenance), Peers.Provenance];

    internal static KnowledgeModels? Of(Findings findings, LearningSample sample, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (findings.Network is not { } network || sample.Scores.Find(Constructs.Capability) is null)
        {
            return null;
        }

        FirmRoles roles = RolesOf(network, sample);
        string[] traits = [.. sample.Controls.Keys.Order(StringComparer.Ordinal).Prepend(Constructs.AbsorptiveCapacity).Where(name => IsKnown(sample, name))];
        LearningSample compared = WithinFewPlaces(sample, roles);
        bool within = !ReferenceEquals(compared, sample);
        (string Place, KnowledgeTieSample Pairs)[] pairs = [.. PairsByPlace(findings, network, sample)];
        (PeerNetworkSample Network, LearningEquation Equation) peers = PeersOf(network, sample, traits);
        return new KnowledgeModels
        {
            WithinPlaces = within,
            Capability = RoleCapability.Estimate(
                compared, roles, Constructs.Capability, within ? new EquationOptions { Errors = ErrorDependence.Independent } : null, execution, cancellationToken),
            Determinants = RoleDeterminants.Estimate(sample, roles, traits, null, cancellationToken),
            Ties = [.. pairs.Select(place => (place.Place, KnowledgeTies.Estimate(
                place.Pairs, new KnowledgeTieOptions { Permutations = Permutations, LeastFirms = LeastFirms, Seed = findings.Seed }, execution, cancellationToken)))],
            Peers = PeerEffects.Estimate(sample, peers.Network, peers.Equation, null, execution, cancellationToken),
            Inputs = new KnowledgeInputs(roles, traits, [.. pairs.Select(place => place.Pairs)], peers.Network, peers.Equation),
        };
    }

    /// <summary>Adds what the equations on roles name to the variables of a sample, held equal nowhere else.</summary>
    internal LearningSample AddTo(LearningSample sample) => sample with
    {
        Variables = Capability.Sample.Variables
            .Concat(Capability.Sample.Controls.Where(control => !sample.Controls.ContainsKey(control.Key))).ToDictionary(StringComparer.Ordinal),
    };

    /// <summary>Gives the tables; names differ. Numbers of roles that the report holds back are in none of them.</summary>
    internal IEnumerable<Table> ToTables(bool peersAllowed)
    {
        // One family: what goes with any role; another: what goes with a tie in any place.
        LearningFit[] equations = [.. new[] { Capability.Roles, Capability.RolesAndDegrees }.OfType<LearningFit>()];
        IEnumerable<Table?> tables =
        [
            equations.Length == 0 ? null : TableRows.Joined("role_capability", [.. equations.Select(fit => fit.ToTable())]),
            WithAdjusted(Determinants.ToTable()), WithAdjusted(TiesTable()), peersAllowed ? Peers.Regression?.TwoStage.Coefficients.ToTable("peer_effects") : null,
        ];
        return tables.OfType<Table>().Where(table => table.RowCount > 0);
    }

    /// <summary>Adds p-values corrected over all rows that are not the constant.</summary>
    internal static Table WithAdjusted(Table table)
    {
        if (table.RowCount == 0)
        {
            return table;
        }

        IReadOnlyList<double> p = table.Numbers("p_value");
        IReadOnlyList<string?> terms = table.Texts("term");
        double[] adjusted = MultipleTesting.BenjaminiHochberg(
            [.. p.Select((value, row) => terms[row]!.EndsWith("intercept", StringComparison.Ordinal) ? double.NaN : value)]);
        return Table.Of(table.Name, [.. table.Columns, Column.Of("adjusted_p_value", adjusted, "Adjusted p", "", "Corrected over all terms of the table.")]);
    }

    /// <summary>Gives one row per place and term.</summary>
    internal Table TiesTable() => TableRows.Joined(
        "knowledge_ties", ("place", "Place", "Firms of one place; ties between places are not modelled."),
        [.. Ties.Where(place => place.Ties.Regression is not null).Select(place => (place.Place, place.Ties.ToTable()))]);

    // The rule of framework 3.5 for few places: their effects are taken out. Errors in space would rest on two degrees of freedom.
    private static LearningSample WithinFewPlaces(LearningSample sample, FirmRoles roles)
    {
        string[] places = [.. sample.Places.Where((_, row) => roles.Roles[row] is not null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return places.Length is < 2 or >= FewPlaces ? sample : sample with
        {
            Controls = new Dictionary<string, double[]>(
                sample.Controls.Concat(places.Skip(1).Select(place => KeyValuePair.Create(
                    "place_" + place, sample.Places.Select(own => own == place ? 1.0 : 0.0).ToArray()))), StringComparer.Ordinal),
        };
    }

    private static FirmRoles RolesOf(KnowledgeNetwork network, LearningSample sample)
    {
        Dictionary<int, int> places = network.Firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
        Graph received = network.Graph.Reversed();
        double[] Degrees(Graph graph) => [.. sample.Firms.Select(
            firm => places.TryGetValue(firm, out int place) ? graph.Targets(place).Length : double.NaN)];
        return new FirmRoles(
            [.. sample.Firms.Select(firm => places.TryGetValue(firm, out int place) ? Words.Of(network.Roles.Roles[place]) : null)],
            new Dictionary<string, double[]> { ["ties_given"] = Degrees(network.Graph), ["ties_received"] = Degrees(received) })
        {
            BaseRole = Words.Of(KnowledgeRole.Isolate),
        };
    }

    private static bool IsKnown(LearningSample sample, string name) => sample.Scores.Find(name) is { } score
        ? sample.Firms.Any(firm => !double.IsNaN(score.Values[firm]))
        : sample.Controls.TryGetValue(name, out double[]? values) && values.Any(value => !double.IsNaN(value));

    // Who gives to whom is a question within a place: between places there is hardly a tie, and distance would tell them apart without error.
    private static IEnumerable<(string Place, KnowledgeTieSample Pairs)> PairsByPlace(Findings findings, KnowledgeNetwork network, LearningSample sample)
    {
        double[] capacity = sample.Scores.Find(Constructs.AbsorptiveCapacity)?.Values.ToArray() ?? [];
        HashSet<int> answered = [.. sample.Firms.Where(firm => capacity.Length > 0 && !double.IsNaN(capacity[firm]))];
        string[] places = findings.Study.Firms.Places;
        int[] asked = [.. Enumerable.Range(0, network.Firms.Count).Where(node => answered.Contains(network.Firms[node]))];
        foreach (IGrouping<string, int> place in asked.GroupBy(node => places.Length == 0 ? "" : places[network.Firms[node]]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int[] nodes = [.. place];
            if (nodes.Length is >= LeastFirms and <= MostFirms)
            {
                yield return (place.Key, PairsOf(findings, network, nodes, capacity));
            }
        }
    }

    private static KnowledgeTieSample PairsOf(Findings findings, KnowledgeNetwork network, int[] nodes, double[] capacity)
    {
        FirmRegister firms = findings.Study.Firms;
        string[] ids = [.. nodes.Select(node => network.Graph.Nodes[node])];
        DyadMatrix Pairs(Func<int, int, double> value) => DyadMatrix.Of(
            ids, [.. Enumerable.Range(0, ids.Length * ids.Length).Select(cell => value(cell / ids.Length, cell % ids.Length))]);
        DyadMatrix Of(Graph graph) => Pairs((from, to) => graph.Has(nodes[from], nodes[to]) ? 1 : 0);
        List<(string, DyadMatrix)> layers =
        [
            ("distance_km", Pairs((from, to) => double.Hypot(
                firms.X[network.Firms[nodes[from]]] - firms.X[network.Firms[nodes[to]]],
                firms.Y[network.Firms[nodes[from]]] - firms.Y[network.Firms[nodes[to]]]) / 1000)),
            .. (findings.Study.Ties is { } ties ? TieLayer.Of(ties, network.Firms) : [])
                .Where(layer => layer.Kind is not (TieKinds.Advice or TieKinds.AdviceRecall)).Select(layer => ($"tie_{layer.Kind}", Of(layer.Network))),
        ];
        return new KnowledgeTieSample(Of(network.Graph))
        {
            AbsorptiveCapacity = [.. nodes.Select(node => capacity[network.Firms[node]])],
            Layers = layers,
        };
    }

    private static (PeerNetworkSample Network, LearningEquation Equation) PeersOf(KnowledgeNetwork network, LearningSample sample, string[] traits)
    {
        Dictionary<int, int> rows = sample.Firms.Select((firm, row) => (firm, row)).ToDictionary(pair => pair.firm, pair => pair.row);
        Graph ties = Graph.Of(
            [.. sample.Firms.Select(firm => sample.Scores.FirmIds[firm])],
            network.Graph.Ties().Where(tie => rows.ContainsKey(network.Firms[tie.From]) && rows.ContainsKey(network.Firms[tie.To]))
                .Select(tie => (rows[network.Firms[tie.From]], rows[network.Firms[tie.To]], tie.Value)));
        LearningEquation equation = new("peers", Constructs.Capability, [.. new[] { Constructs.Effort }.Where(name => IsKnown(sample, name)), .. traits])
        {
            AlsoKnown = [HypothesisVariables.KnowledgeTies], // known in the network alone
        };
        return (new PeerNetworkSample(ties, network.Response), equation);
    }
}
