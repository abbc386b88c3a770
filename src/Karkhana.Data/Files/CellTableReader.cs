using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Data.Files;

/// <summary>Reads a whole table as text cells, codes such as <c>01</c> untouched.</summary>
public static class CellTableReader
{
    /// <summary>Reads a .csv, .tsv, .parquet or .xlsx file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The cells; an empty cell is null.</returns>
    /// <exception cref="StudyException">The file cannot be read; holds all problems.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static CellTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        DataProblems problems = new();
        string name = Path.GetFileName(path);
        using ITableSource? source = TableSource.Open(path, new FileProblems(name, problems));
        problems.ThrowIfErrors();
        List<string?>[] cells = [.. source!.Columns.Select(_ => new List<string?>())];
        while (source.Read())
        {
            for (int column = 0; column < cells.Length; column++)
            {
                string text = source.Text(column);
                cells[column].Add(text.Length == 0 ? null : text);
            }
        }

        problems.ThrowIfErrors();
        return new CellTable(name, source.Columns, [.. cells.Select(column => column.ToArray())]);
    }
}
