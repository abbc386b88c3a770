using System.Collections.Frozen;
using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;
using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Items that a questionnaire can be made from, so that surveys of different places ask the same.</summary>
/// <remarks>Wording is our own, one concrete instance asked where that is possible; blocks follow section 2.5 of the
/// framework. Columns for Urdu, Spanish and French are there and empty until somebody translates them.</remarks>
public sealed class ItemBank
{
    private static readonly Lazy<ItemBank> Shipped = new(ReadShipped);

    private readonly FrozenDictionary<string, BankItem> _byId;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<AnchorStep>> _anchors;

    internal ItemBank(IReadOnlyList<BankItem> items, IReadOnlyDictionary<string, IReadOnlyList<AnchorStep>> anchors)
    {
        Items = items;
        _anchors = anchors;
        _byId = items.GroupBy(item => item.Item.Id).ToFrozenDictionary(
            group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>Gets the bank that ships.</summary>
    public static ItemBank Default => Shipped.Value;

    /// <summary>Gets the languages that a bank has columns for; English is complete.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ur", "es", "fr"];

    /// <summary>Gets the items in the order of the questionnaire.</summary>
    public IReadOnlyList<BankItem> Items { get; }

    /// <summary>Gets the names of the sets of anchors, sorted.</summary>
    public IReadOnlyList<string> AnchorSets => [.. _anchors.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Gets the version: the latest in which an item changed.</summary>
    public int Version => Items.Count == 0 ? 0 : Items.Max(item => item.Version);

    /// <summary>Reads a bank of the user's own; it may name the sets of anchors that ship.</summary>
    /// <param name="path">A .csv, .tsv, .xlsx or .parquet file with the columns of the bank that ships.</param>
    /// <returns>The bank.</returns>
    /// <exception cref="StudyException">There is at least one error; holds all problems.</exception>
    public static ItemBank Read(string path)
    {
        DataProblems problems = new();
        ItemBank? bank = Open(path, problems);
        problems.ThrowIfErrors();
        return bank!;
    }

    /// <summary>Lists all problems of a bank of the user's own.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The problems, errors first; empty when there is none.</returns>
    public static IReadOnlyList<DataProblem> Check(string path)
    {
        DataProblems problems = new();
        Open(path, problems);
        return problems.ToList();
    }

    /// <summary>Finds an item.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The item, or null when the bank does not have it.</returns>
    public BankItem? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Gives what the steps of a scale mean.</summary>
    /// <param name="set">The name of the set of anchors.</param>
    /// <returns>The steps; empty when there is no such set.</returns>
    public IReadOnlyList<AnchorStep> AnchorsOf(string set) => _anchors.GetValueOrDefault(set) ?? [];

    /// <summary>Gives this bank with the items of another; where both have an item, the other wins.</summary>
    /// <param name="other">The other bank.</param>
    /// <returns>The joint bank.</returns>
    public ItemBank With(ItemBank other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ItemBank([.. Items.Where(item => other.Find(item.Item.Id) is null), .. other.Items], _anchors);
    }

    /// <summary>Gives the items as a table, so that a form can be made from it.</summary>
    /// <param name="block">The block, or null for all.</param>
    /// <param name="language">The language of wording and anchors; what is not translated is missing.</param>
    /// <returns>The table <c>item_bank</c>.</returns>
    public Table ToTable(string? block = null, string language = "en")
    {
        BankItem[] items = [.. Items.Where(item => block is null || item.Item.Block == block)];
        string? Text(BankItem item) => item.Item.Labels.GetValueOrDefault(language);
        string? Or(string text) => text.Length > 0 ? text : null;
        return Table.Of(
            "item_bank",
            Column.Of("item", items.Select(item => (string?)item.Item.Id), "Item", "Id, and column in the survey file."),
            Column.Of("block", items.Select(item => (string?)item.Item.Block), "Block", "Block of the questionnaire."),
            Column.Of("construct", items.Select(item => (string?)item.Item.Construct), "Construct", "What it measures."),
            Column.Of("scale", items.Select(item => (string?)item.Item.Scale), "Scale", "Name of the scale."),
            Column.Of("min", items.Select(item => item.Item.Minimum), "Least", "", "Least answer; missing when open."),
            Column.Of("max", items.Select(item => item.Item.Maximum), "Most", "", "Greatest answer; missing when open."),
            Column.Of(
                "reverse", items.Select(item => item.Item.Reverse), "Reverse",
                "Whether a high answer means little of the construct."),
            Column.Of(
                "function", items.Select(item => Or(item.Item.Function)), "Function", "Function of the capability matrix."),
            Column.Of(
                "complexity", items.Select(item => item.Item.Complexity == 0 ? double.NaN : item.Item.Complexity),
                "Complexity", "", "Row of the capability matrix from 1 to 3."),
            Column.Of("applies_to", items.Select(item => Or(item.AppliesTo)), "Put to", "Firms that it is put to; all when missing."),
            Column.Of(
                "expected", items.Select(item => item.Item.Expected), "Expected", "", "Right answer of an attention check."),
            Column.Of("wording", items.Select(Text), "Wording", "The question; missing when it is not translated."),
            Column.Of("anchors", items.Select(item => Or(AnchorText(item, language))), "Anchors", "What the steps mean."));
    }

    private static ItemBank? Open(string path, DataProblems problems)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        FileProblems reports = new(Path.GetFileName(path), problems);
        using ITableSource? source = TableSource.Open(path, reports);
        return source is null ? null : ItemBankReader.Read(source, reports, Default._anchors);
    }

    /// <summary>Reads a bank from an open file.</summary>
    internal static ItemBank? Read(ITableSource source, FileProblems problems) =>
        ItemBankReader.Read(source, problems, Default._anchors);

    private static ItemBank ReadShipped()
    {
        DataProblems problems = new();
        using ITableSource anchors = EmbeddedTable.Open("item-bank/anchors.csv");
        using ITableSource items = EmbeddedTable.Open("item-bank/items.csv");
        ItemBank? bank = ItemBankReader.Read(
            items, new FileProblems("items.csv", problems),
            AnchorReader.Read(anchors, new FileProblems("anchors.csv", problems)));
        problems.ThrowIfErrors();
        return bank!;
    }

    private string AnchorText(BankItem item, string language) => string.Join(
        "; ", AnchorsOf(item.Anchors).Where(step => step.Labels.ContainsKey(language)).Select(
            step => string.Create(CultureInfo.InvariantCulture, $"{step.Value} {step.Labels[language]}")));
}
