using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What contradicts itself in ladders that were read.</summary>
internal static class LadderProblems
{
    private const int MostLevels = 20;

    public static IEnumerable<DataProblem> Of(LadderCatalogue catalogue, string file)
    {
        if (catalogue.Ladders.Count == 0 || catalogue.Ladders.Contains(null!))
        {
            return [Problem(file, "ladders", "at least one ladder, and none that is null", "none, or null")];
        }

        return Twice(file, "ladders", catalogue.Ladders.Select(ladder => ladder.Id))
            .Concat(catalogue.Ladders.SelectMany(ladder => OfLadder(ladder, file)));
    }

    private static IEnumerable<DataProblem> OfLadder(LadderDefinition ladder, string file)
    {
        string place = $"ladder {ladder.Id}";
        if (ladder.Functions.Contains(null!) || ladder.Levels.Contains(null!) || ladder.Cells.Contains(null!) || ladder.Anchors.Contains(null!))
        {
            return [Problem(file, place, "functions, levels, cells and anchors that are not null", "null")];
        }

        return Counts(ladder, file, place)
            .Concat(Names(file, place, [ladder.Id, .. ladder.Functions.Select(function => function.Id), .. ladder.Levels.Select(level => level.Id)]))
            .Concat(Twice(file, $"{place}, functions", ladder.Functions.Select(function => function.Id)))
            .Concat(Twice(file, $"{place}, levels", ladder.Levels.Select(level => level.Id)))
            .Concat(Twice(file, $"{place}, cells", ladder.Cells.Select(cell => $"{cell.Function} at {cell.Level}")))
            .Concat(Twice(file, $"{place}, anchors", ladder.Anchors.Select(anchor => $"{anchor.Item} for {anchor.Function}")))
            .Concat(ladder.Cells.SelectMany(cell => OfCell(ladder, cell, file, place)))
            .Concat(ladder.Anchors.SelectMany(anchor => OfAnchor(ladder, anchor, file, place)));
    }

    private static IEnumerable<DataProblem> Counts(LadderDefinition ladder, string file, string place)
    {
        if (ladder.Functions.Count == 0)
        {
            yield return Problem(file, $"{place}, functions", "at least one function", "none");
        }

        if (ladder.Levels.Count is 0 or > MostLevels)
        {
            yield return Problem(file, $"{place}, levels", $"1 to {MostLevels} levels, lowest first", FormattableString.Invariant($"{ladder.Levels.Count}"));
        }
    }

    private static IEnumerable<DataProblem> OfCell(LadderDefinition ladder, LadderCell cell, string file, string place)
    {
        if (!ladder.Functions.Any(function => function.Id == cell.Function) || ladder.HeightOf(cell.Level) == 0)
        {
            yield return Problem(file, $"{place}, cells", "a function and a level of the ladder", $"{cell.Function} at {cell.Level}");
        }

        if (string.IsNullOrWhiteSpace(cell.Content))
        {
            yield return Problem(file, $"{place}, cells", "what firms in the cell do; leave a blank cell out", $"nothing for {cell.Function} at {cell.Level}");
        }
    }

    private static IEnumerable<DataProblem> OfAnchor(LadderDefinition ladder, LadderAnchor anchor, string file, string place)
    {
        if (!ladder.Cells.Any(cell => cell.Function == anchor.Function && cell.Level == anchor.Level))
        {
            yield return Problem(file, $"{place}, anchors", "a cell that is not blank", $"{anchor.Item} for {anchor.Function} at {anchor.Level}");
        }

        if (string.IsNullOrWhiteSpace(anchor.Item))
        {
            yield return Problem(file, $"{place}, anchors", "the id of an item", $"none for {anchor.Function} at {anchor.Level}");
        }

        if (anchor.PassScore is { } pass && !(pass is >= 1 and <= 3))
        {
            yield return Problem(file, $"{place}, anchors", "a pass_score from 1 to 3", FormattableString.Invariant($"{pass} for {anchor.Item}"));
        }
    }

    // Ids become column names and file names.
    private static IEnumerable<DataProblem> Names(string file, string place, IEnumerable<string> ids) => ids
        .Where(id => id.Length == 0 || !id.All(sign => sign is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
        .Select(id => Problem(file, place, "ids of small letters, digits and _", $"\"{id}\""));

    private static IEnumerable<DataProblem> Twice(string file, string place, IEnumerable<string> ids) => ids
        .GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1)
        .Select(group => Problem(file, place, "each one once", $"{group.Key} {FormattableString.Invariant($"{group.Count()}")} times"));

    private static DataProblem Problem(string file, string place, string expected, string found) => new(
        Severity.Error, "wrong-ladder", file, null, place, expected, found, "Compare with the ladders that ship.");
}
