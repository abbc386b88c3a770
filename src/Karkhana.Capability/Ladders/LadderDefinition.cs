using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>A ladder of capability as data: functions, levels, what each cell means, and which item stands for
/// it.</summary>
/// <param name="Id">The id in snake_case.</param>
/// <param name="Title">What people read.</param>
/// <param name="Source">Who described it.</param>
/// <param name="Status">What is theirs and what is reconstruction.</param>
/// <param name="Functions">The functions in order.</param>
/// <param name="Levels">The levels, lowest first.</param>
/// <param name="Cells">The cells that are not blank.</param>
/// <param name="Anchors">The items that stand for cells.</param>
public sealed record LadderDefinition(
    string Id,
    string Title,
    string Source,
    string Status,
    IReadOnlyList<LadderFunction> Functions,
    IReadOnlyList<LadderLevel> Levels,
    IReadOnlyList<LadderCell> Cells,
    IReadOnlyList<LadderAnchor> Anchors)
{
    /// <summary>Gives the height of a level.</summary>
    /// <param name="level">The id of the level.</param>
    /// <returns>From 1; 0 when the ladder has no such level.</returns>
    public int HeightOf(string level)
    {
        for (int i = 0; i < Levels.Count; i++)
        {
            if (Levels[i].Id == level)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Gives the cells that no item stands for: levels that firms cannot be seen to reach.</summary>
    /// <returns>The cells.</returns>
    public IReadOnlyList<LadderCell> CellsWithoutAnchor() => [.. Cells.Where(
        cell => !Anchors.Any(anchor => anchor.Function == cell.Function && anchor.Level == cell.Level))];

    /// <summary>Gives one row per cell with the items that stand for it.</summary>
    /// <returns>The table <c>ladder_</c> with the id.</returns>
    public Table ToTable() => Table.Of(
        $"ladder_{Id}",
        Column.Of("function", Cells.Select(cell => (string?)Functions.First(function => function.Id == cell.Function).Name), "Function", "Function of the ladder."),
        Column.Of("height", Cells.Select(cell => HeightOf(cell.Level)), "Height", "level", "Height of the level, from 1."),
        Column.Of("level", Cells.Select(cell => (string?)Levels[HeightOf(cell.Level) - 1].Name), "Level", "Level of the ladder."),
        Column.Of("content", Cells.Select(cell => (string?)cell.Content), "Content", "What firms there do."),
        Column.Of("items", Cells.Select(cell => (string?)ItemsOf(cell)), "Items", "Items that stand for the cell, with the answer that passes where it is its own."));

    private string ItemsOf(LadderCell cell) => string.Join(", ", Anchors
        .Where(anchor => anchor.Function == cell.Function && anchor.Level == cell.Level)
        .Select(anchor => anchor.PassScore is { } pass ? FormattableString.Invariant($"{anchor.Item} ({pass})") : anchor.Item));
}
