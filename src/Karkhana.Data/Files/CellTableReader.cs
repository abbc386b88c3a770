using System.Reflection;
using CsvHelper;
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

    /// <summary>Reads a comma-separated table that lies inside an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The logical name of the resource.</param>
    /// <returns>The cells; an empty cell is null.</returns>
    /// <exception cref="FileNotFoundException">The assembly holds no such resource.</exception>
    public static CellTable ReadResource(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{assembly.GetName().Name} holds no table {name}.", name);
        using CsvReader reader = CsvReader.Create(
            new StreamReader(stream), new CsvReaderOptions { Separator = ',', HasHeader = false }, false);
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return new CellTable(
            name, rows[0],
            [.. Enumerable.Range(0, rows[0].Length).Select(
                column => rows.Skip(1).Select(row => row[column].Length == 0 ? null : row[column]).ToArray())]);
    }
}
