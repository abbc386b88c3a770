using System.Globalization;
using System.Text;
using System.Xml;
using Karkhana.Core.Tables;

namespace Karkhana.Data.Results.Networks;

/// <summary>Types and values of attributes as graph files write them.</summary>
internal static class AttributeText
{
    /// <summary>Gets the settings of every file: UTF-8 without mark, LF.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CheckCharacters = true,
    };

    /// <summary>Gives the type; both formats use the same words.</summary>
    public static string Type(Column column) => column switch
    {
        NumberColumn => "double",
        IntegerColumn => "long",
        FlagColumn => "boolean",
        _ => "string",
    };

    /// <summary>Gives a value, or null when it is missing and must be left out.</summary>
    public static string? Value(object? cell) => cell switch
    {
        null => null,
        double number => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string text => Visible(text),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };

    /// <summary>Leaves out what no XML file may hold.</summary>
    public static string Visible(string text) => string.Concat(
        text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
