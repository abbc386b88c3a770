using System.Text.Json;

namespace Karkhana.Core.Errors;

/// <summary>What is wrong with a text that is no JSON, in words for those who wrote it.</summary>
public static class JsonFault
{
    private const int MostQuoted = 40;
    private const int Longest = 200;

    /// <summary>Describes the fault without the text around it: the reader quotes what it does not understand, which for a file that is no
    /// JSON at all is the whole file, names of firms included.</summary>
    /// <param name="exception">What the reader said.</param>
    /// <returns>One line of at most 201 characters, without position.</returns>
    public static string Describe(JsonException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string message = exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];

        // What the reader says of its own state means nothing to those who wrote the file.
        string fault = message.Replace(", when isFinalBlock is true", "", StringComparison.Ordinal);
        int end = fault.LastIndexOf("' is ", StringComparison.Ordinal);
        if (fault.StartsWith('\'') && end > MostQuoted + 1)
        {
            fault = $"{fault[..(MostQuoted + 1)]}…{fault[end..]}";
        }

        string line = string.Concat(fault.Select(sign => char.IsControl(sign) ? ' ' : sign));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
