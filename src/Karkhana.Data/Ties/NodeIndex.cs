using Karkhana.Data.Files;

namespace Karkhana.Data.Ties;

/// <summary>The positions of firms and, after them, of parties outside, by id.</summary>
internal sealed class NodeIndex
{
    private readonly Dictionary<string, int> _positions;

    /// <summary>Initialises the index.</summary>
    public NodeIndex(IReadOnlyList<string> firmIds, IReadOnlyList<string> partyIds)
    {
        (FirmIds, PartyIds) = (firmIds, partyIds);
        _positions = new Dictionary<string, int>(firmIds.Count + partyIds.Count, StringComparer.Ordinal);
        int position = 0;
        foreach (string id in firmIds.Concat(partyIds))
        {
            _positions.TryAdd(id, position++);
        }
    }

    public IReadOnlyList<string> FirmIds { get; }

    public IReadOnlyList<string> PartyIds { get; }

    /// <summary>Finds an id.</summary>
    /// <returns>The position, or −1.</returns>
    public int Find(string id) => _positions.GetValueOrDefault(id, -1);

    public bool IsParty(int node) => node >= FirmIds.Count;

    public string IdOf(int node) => IsParty(node) ? PartyIds[node - FirmIds.Count] : FirmIds[node];

    /// <summary>Finds the firm of a cell; reports when there is none.</summary>
    public int Firm(ITableSource source, int column, FileProblems problems)
    {
        int firm = Find(source.Text(column));
        return firm >= 0 && !IsParty(firm) ? firm : Unknown(source, column, problems);
    }

    /// <summary>Finds the firm or party of a cell; reports when there is none.</summary>
    public int Node(ITableSource source, int column, FileProblems problems)
    {
        int node = Find(source.Text(column));
        return node >= 0 ? node : Unknown(source, column, problems);
    }

    private int Unknown(ITableSource source, int column, FileProblems problems)
    {
        problems.Error(
            "unknown-firm", source.Row, source.Columns[column],
            PartyIds.Count == 0 ? "an id of the register" : "an id of the register or of the parties",
            FileProblems.Quote(source.Text(column)), "Add the firm to the register or correct the id.");
        return -1;
    }
}
