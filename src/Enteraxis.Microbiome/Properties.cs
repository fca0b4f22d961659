[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Enteraxis.Microbiome.Tests")]
