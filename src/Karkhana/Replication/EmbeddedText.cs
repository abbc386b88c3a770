namespace Karkhana.Replication;

/// <summary>Texts that are part of the program.</summary>
internal static class EmbeddedText
{
    public static string Of(string name)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
