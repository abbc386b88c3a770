using System.Text.Json;
using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads the cells of the row at hand and reports what cannot be read.</summary>
/// <param name="source">The rows.</param>
/// <param name="problems">Where to report.</param>
internal sealed class Cells(ITableSource source, FileProblems problems)
{
    /// <summary>Gives a number; NaN when empty or reported.</summary>
    public double Number(int column)
    {
        TryRead(column, out double number);
        return number;
    }

    /// <summary>Gives a coordinate, which must be there.</summary>
    public double Coordinate(int column)
    {
        if (TryRead(column, out double number) && double.IsNaN(number))
        {
            problems.Error(
                "missing-coordinate", source.Row, source.Columns[column], "a coordinate", "an empty cell",
                "Locate the establishment or leave its row out.");
        }

        return number;
    }

    /// <summary>Gives a number of workers, zero or more.</summary>
    public double Workers(int column)
    {
        double number = Number(column);
        if (number < 0)
        {
            problems.Error(
                "negative-employment", source.Row, source.Columns[column], "zero or more workers", Found(column),
                "If the number is a code for missing, leave the cell empty.");
        }

        return number;
    }

    /// <summary>Gives a whole year of a study; NaN when empty or reported.</summary>
    public double Year(int column, StudyYears years)
    {
        double year = Number(column);
        if (double.IsNaN(year) || years.Holds(year))
        {
            return year;
        }

        problems.Error(
            "bad-year", source.Row, source.Columns[column], years.Expected, Found(column),
            "If the number is a code for missing, leave the cell empty.");
        return double.NaN;
    }

    /// <summary>Gives yes, no, or null when empty or reported.</summary>
    public bool? YesOrNo(int column)
    {
        string text = source.Text(column);
        bool? value = Flag.Read(text);
        if (value is null && text.Length > 0)
        {
            problems.Error(
                "unknown-code", source.Row, source.Columns[column], "true or false (or 1, 0, yes, no, empty)", Found(column), "Use one of these words.");
        }

        return value;
    }

    /// <summary>Gives the value of an enum by its word in kebab-case; <paramref name="otherwise"/> when reported.</summary>
    public T Word<T>(int column, T otherwise)
        where T : struct, Enum
    {
        string text = source.Text(column).ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        foreach (T value in Enum.GetValues<T>())
        {
            if (WordOf(value) == text)
            {
                return value;
            }
        }

        problems.Error(
            "unknown-code", source.Row, source.Columns[column],
            $"one of {string.Join(", ", Enum.GetValues<T>().Select(WordOf))}", Found(column), "Use one of these words.");
        return otherwise;
    }

    private bool TryRead(int column, out double number)
    {
        bool sound = source.TryNumber(column, out number);
        if (!sound)
        {
            problems.Error(
                "not-a-number", source.Row, source.Columns[column], "a number", Found(column), "Write digits only, without unit.");
        }

        return sound;
    }

    private static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private string Found(int column) => FileProblems.Quote(source.Text(column));
}
