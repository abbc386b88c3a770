using Karkhana.Core.Exchange;
using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads the ties and checks each against the register.</summary>
internal static class TieReader
{
    private const string DefaultKind = "tie";

    /// <summary>Reads the ties.</summary>
    /// <returns>The ties, or null when they cannot be read; the reasons were reported.</returns>
    public static TieTable? Read(
        ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<string> firmIds)
    {
        ColumnFinder find = new(source, toml, "ties", problems);
        (int from, int to) = (find.Required("from"), find.Required("to"));
        (int kind, int value) = (find.Optional("kind"), find.Optional("value"));
        Dictionary<string, int> positions = new(firmIds.Count, StringComparer.Ordinal);
        for (int i = 0; i < firmIds.Count; i++)
        {
            positions.TryAdd(firmIds[i], i);
        }

        Rows rows = new(source, problems, positions);
        while (source.Read())
        {
            if (from >= 0 && to >= 0)
            {
                rows.Add(from, to, kind, value);
            }
        }

        return from < 0 || to < 0 ? null : new TieTable(firmIds, rows.From, rows.To, rows.Kinds, rows.Values);
    }

    private sealed class Rows(ITableSource source, FileProblems problems, Dictionary<string, int> positions)
    {
        private readonly Dictionary<(int From, int To, string Kind), long> _seen = [];

        public List<int> From { get; } = [];

        public List<int> To { get; } = [];

        public List<string> Kinds { get; } = [];

        public List<double> Values { get; } = [];

        public void Add(int fromColumn, int toColumn, int kindColumn, int valueColumn)
        {
            int from = Firm(fromColumn);
            int to = Firm(toColumn);
            string kind = kindColumn < 0 || source.Text(kindColumn).Length == 0 ? DefaultKind : source.Text(kindColumn);
            double value = Value(valueColumn);
            if (from < 0 || to < 0)
            {
                return;
            }

            if (from == to)
            {
                problems.Error(
                    "self-tie", source.Row, source.Columns[toColumn], "another firm",
                    FileProblems.Quote(source.Text(toColumn)), "Delete the row or name the partner.");
                return;
            }

            if (!_seen.TryAdd((from, to, kind), source.Row))
            {
                problems.Warning(
                    "duplicate-tie", source.Row, source.Columns[toColumn], "each tie of a kind once",
                    FormattableString.Invariant(
                        $"the tie of row {_seen[(from, to, kind)]} again"), "Values of repeated ties are added up.");
            }

            From.Add(from);
            To.Add(to);
            Kinds.Add(kind);
            Values.Add(value);
        }

        private int Firm(int column)
        {
            string id = source.Text(column);
            if (positions.TryGetValue(id, out int firm))
            {
                return firm;
            }

            problems.Error(
                "unknown-firm", source.Row, source.Columns[column], "an id of the register", FileProblems.Quote(id),
                "Add the firm to the register or correct the id.");
            return -1;
        }

        private double Value(int column)
        {
            if (column < 0)
            {
                return 1;
            }

            if (!source.TryNumber(column, out double value) || value < 0)
            {
                problems.Error(
                    "bad-tie-value", source.Row, source.Columns[column], "a number from zero on",
                    FileProblems.Quote(source.Text(column)), "Leave the cell empty for a tie without value.");
            }

            return double.IsNaN(value) ? 1 : value;
        }
    }
}
