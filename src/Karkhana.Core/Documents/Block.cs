using Karkhana.Core.Tables;

namespace Karkhana.Core.Documents;

/// <summary>A piece of a report, without any decision on how it looks.</summary>
public abstract record Block;

/// <summary>A paragraph of one or more sentences.</summary>
/// <param name="Sentences">The sentences.</param>
/// <param name="Tone">How it is to be read.</param>
public sealed record ParagraphBlock(IReadOnlyList<Sentence> Sentences, Tone Tone = Tone.Plain) : Block;

/// <summary>A list of sentences.</summary>
/// <param name="Items">The sentences.</param>
public sealed record ListBlock(IReadOnlyList<Sentence> Items) : Block;

/// <summary>A table of results.</summary>
/// <param name="Table">The table; its column labels are shown.</param>
/// <param name="Caption">What it shows.</param>
public sealed record TableBlock(Table Table, Sentence Caption) : Block;

/// <summary>A figure with the data behind it.</summary>
/// <param name="Id">A stable id, also the file name.</param>
/// <param name="Kind">What is drawn.</param>
/// <param name="Data">The tables that the kind asks for, by name.</param>
/// <param name="Caption">The take-away as a title.</param>
/// <param name="AltText">One sentence for those who cannot see it.</param>
public sealed record FigureBlock(
    string Id, FigureKind Kind, IReadOnlyDictionary<string, Table> Data, Sentence Caption, Sentence AltText) : Block;
