using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Scenarios;

/// <summary>Puts the code of the study's currency where tables that know no study say «currency of the study».</summary>
internal static class StudyMoney
{
    private const string Unnamed = "currency of the study";

    public static Section In(Section section, string currency) => section with
    {
        Blocks = [.. section.Blocks.Select(block => block is TableBlock table ? table with { Table = In(table.Table, currency) } : block)],
    };

    public static Table In(Table table, string currency) => currency.Length == 0 || table.Columns.All(column => column.Unit != Unnamed)
        ? table
        : Table.Of(table.Name, [.. table.Columns.Select(column => column.Unit == Unnamed ? column with { Unit = currency } : column)])
            .WithTitle(table.Title);
}
