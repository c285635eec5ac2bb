# Español. Un archivo para toda la página; la medida es el inglés (locales/en/).
#
# Glosario:
#   article  artículo          quote      cita             claim     afirmación
#   speaker  voz (también hablan organismos y grupos)      source    mención
#   cue      introducción      kind       clase            direct    textual
#   indirect indirecta         mixed      mixta            stance    postura
#   tag      etiqueta          to tag     etiquetar        tag set   juego de etiquetas
#   verdict  veredicto         reasoning  razonamiento     evidence  prueba
#   status   estado            assignee   responsable      worklist  lista de trabajo
#   annotation anotación       suggestion sugerencia       worth checking  por verificar
#   accept   aceptar           reject     rechazar         dismiss   descartar
#   agreement acuerdo          adjudicate decidir          note      nota
# Trato: impersonal; las órdenes van en infinitivo.

## El marco de la página.

app-skip = Ir al texto
app-brand-title = Abrir otro artículo
app-pages = Páginas
app-page-library = Artículos
app-page-worklist = Afirmaciones
app-page-tag-sets = Etiquetas
app-back-to = Volver a «{ $title }»
app-cancel = Cancelar
app-done = Listo
app-show-more = Mostrar más ({ $n })
app-undo = Deshacer
app-undo-what = Deshacer: { $what }
app-nothing-to-undo = Nada que deshacer
app-redo = Rehacer
app-redo-what = Rehacer: { $what }
app-nothing-to-redo = Nada que rehacer
app-saved = Guardado
app-saved-title = Guardado en este navegador
app-saving = Guardando …
app-saving-title = Se guarda en este navegador
app-not-saved = Sin guardar
app-not-kept = No se conserva
app-menu = Más
app-menu-close = Menos
app-import = Importar anotaciones …
app-import-file = Archivo de anotaciones
app-versions = Leer otra versión …
app-theme = Colores: { $theme }
app-theme-system = Como el sistema
app-theme-light = Claros
app-theme-dark = Oscuros
app-language = Idioma
app-language-system = Como el navegador
app-language-failed = No se pudieron cargar los textos en { $language }; la página sigue en su idioma. ¿Hay conexión?

palette-title = Todas las órdenes
palette-label = ¿Qué hay que hacer?
palette-placeholder = Orden, etiqueta, voz, artículo
palette-none = Nada se llama así.
palette-found = { $n } encontradas
palette-tag-as = Etiquetar como { $tag }
palette-go-to = Ir a { $what }
palette-open = Abrir «{ $title }»
palette-show = Mostrar «{ $what }»
palette-speakers = Voces
palette-articles = Artículos
palette-languages = Idioma

history-title = Historial
history-hint = Elegir un paso lleva atrás o adelante hasta él.
history-start = El artículo como se abrió
history-undone = deshecho
history-now = ahora mismo
history-minutes =
    { $n ->
        [one] hace un minuto
       *[other] hace { $n } minutos
    }
history-hours =
    { $n ->
        [one] hace una hora
       *[other] hace { $n } horas
    }
history-days =
    { $n ->
        [one] ayer
       *[other] hace { $n } días
    }
history-went-back =
    { $n ->
        [one] Se deshizo un paso.
       *[other] Se deshicieron { $n } pasos.
    }
history-went-forth =
    { $n ->
        [one] Se rehízo un paso.
       *[other] Se rehicieron { $n } pasos.
    }

notice-label = Mensaje
notice-dismiss = Cerrar este mensaje
notice-compare = Comparar
notice-try-again = Intentar de nuevo
notice-export = Exportar
notice-back-to = Volver al anterior
notice-undone = Deshecho: { $what }.
notice-redone = Rehecho: { $what }.
notice-done = Hecho: { $what }.
notice-deleted = Se borró «{ $title }».
notice-deleted-several =
    { $n ->
        [one] Se borró un artículo, «{ $title }».
       *[other] Se borraron { $n } artículos; el último, «{ $title }».
    }

step-accept-quote = Aceptar cita
step-reject-quote = Rechazar cita
step-accept-claim = Aceptar afirmación
step-remove-claim = Quitar afirmación
step-dismiss-claim = Descartar afirmación
step-remove-annotation = Quitar anotación
step-take-back = Retirar decisión
step-import = Importar anotaciones

engine-stopped = La búsqueda de citas se detuvo. Lo etiquetado está a salvo; conviene intentarlo de nuevo y recargar la página si vuelve a detenerse.
engine-stopped-because = La búsqueda de citas se detuvo ({ $reason }). Lo etiquetado está a salvo; conviene intentarlo de nuevo y recargar la página si vuelve a detenerse.
storage-gone = Este artículo ya no está guardado; quizá se borró en otra ventana.
storage-unreadable = No se puede abrir «{ $title }»: { $reason }. Se conserva como está.
export-refused = El navegador no aceptó el archivo; hay que permitir descargas para esta página e intentarlo de nuevo.

## Órdenes y teclas.

commands-review = Revisar
commands-tag = Etiquetar
commands-check = Verificar
commands-look = Ver
commands-general = Artículos y ajustes
command-next = Cita o afirmación siguiente
command-previous = Cita o afirmación anterior
command-next-suggestion = Siguiente afirmación por verificar
command-previous-suggestion = Anterior afirmación por verificar
command-accept = Aceptar la cita o afirmación elegida
command-reject = Rechazar la cita, descartar o quitar la afirmación
command-evidence = Mostrar las palabras que dicen quién habla
command-next-sentence = Elegir la frase siguiente
command-previous-sentence = Elegir la frase anterior
command-extend-words = Ampliar la selección
command-shrink-words = Reducir la selección
command-undo = Deshacer
command-redo = Rehacer
command-let-go = Soltar la selección, cerrar el panel
command-library = Mostrar los artículos
command-back-to-article = Volver al artículo
command-history = Historial
command-export = Exportar anotaciones (JSON-LD)
command-import = Importar anotaciones
command-find-quotes-again = Buscar citas de nuevo
command-keys = Todas las teclas
command-palette = Todas las órdenes
command-message = Ir al mensaje
command-theme = Cambiar los colores
command-letter-keys = Activar o desactivar las teclas de un solo signo
key-ctrl = Ctrl
key-alt = Alt
key-shift = Mayús
key-enter = Intro
key-delete = Supr
keys-title = Teclas
keys-close = Cerrar
keys-print = Imprimir
keys-or = o
keys-tags-of = Etiquetas: { $set }
keys-tag = Para las palabras elegidas, o la cita o afirmación elegida
keys-letters = Teclas de un solo signo (conviene desactivarlas si se habla al ordenador)

## El artículo abierto.

article-changed = modificado { $day }
article-from = De { $source }
article-opened = abierto { $day }
article-original = Original
article-pages =
    { $n ->
        [one] { $n } página
       *[other] { $n } páginas
    }
article-chapters =
    { $n ->
        [one] { $n } capítulo
       *[other] { $n } capítulos
    }
article-page = pág. { $n }
article-open-post = Abrir la publicación

quote-writing = escrito
quote-thought = pensado
quote-stance = postura
quote-evidence = indicio
quote-not-said = no dicho
quote-denied = negado
quote-hypothetical = hipotético

evidence-named = nombrada ahí mismo
evidence-signature = firma al pie de la publicación
evidence-continuation = continúa la cita anterior
evidence-mention-only = como está en el texto, que no dice más
evidence-short = «{ $mention }» es la forma breve de { $speaker }
evidence-handle = «{ $mention }» es la cuenta de { $speaker }
evidence-stands-for = «{ $mention }» se refiere a { $speaker }
evidence-possessive = «{ $mention }» es de { $speaker }

## Traer un artículo.

start-title = Ver quién dijo qué.
start-lead = Hearsay lee un artículo de prensa. Encuentra las citas, con comillas o sin ellas, nombra las voces y permite etiquetar las afirmaciones que hay que verificar. Todo queda en este navegador.

open-panel = Abrir un artículo
open-paste = Pegar un artículo
open-paste-hint = Pegarlo aquí. Se abre al instante; se entiende el formato de una página web. O escribir y luego abrir.
open-open = Abrir
open-choose-file = Elegir un archivo …
open-sample = Ver el ejemplo
open-formats = Páginas web, PDF, Word, EPUB, correo, texto; o soltar un archivo en cualquier parte.
open-file = Archivo de un artículo
open-address = O abrir una dirección web
open-fetch = Traer
open-drop = Soltar el artículo aquí
open-nothing-pasted = Nada que abrir: lo pegado no tiene palabras. Primero copiar el texto del artículo y luego pegarlo aquí.
open-pasted-is = El texto pegado no se puede leer: { $problem }.
open-several-files = Varios archivos a la vez; Hearsay abre un artículo cada vez. Elegir o soltar uno de ellos.
open-failed = No se puede abrir «{ $name }»: { $problem }
open-not-utf8 = no es UTF-8 válido (primer fallo en el byte { $at }); ¿es el archivo exportado?
open-unreadable-file = no se pudo leer; quizá se movió o es una carpeta. Elegirlo de nuevo
open-reader-missing = no se pudo cargar la parte de Hearsay que lo lee ({ $kind }). Se trae la primera vez que hace falta: conectarse a la red e intentarlo de nuevo
open-reader-stopped = la lectura se detuvo en algo que no supo tratar, o se quedó sin memoria. Abrirlo con su programa, copiar el texto y pegarlo aquí
open-no-words = No se encontraron palabras, así que no hay nada que abrir. Copiar el texto del artículo y pegarlo.
open-known = Este artículo ya se había abierto: aquí está como se dejó.
open-unreadable-copy = Hay guardada una copia anterior de este artículo que no se puede abrir: { $reason }. Esta es una copia nueva.
open-pasted-over = Esto es lo pegado. El artículo anterior está en la lista.
open-with-care = Leer con cautela: { $what }.
open-deaf = La página no llegó: su sitio no deja que otras ventanas la pidan. Volver a ella y copiarla entera, o guardarla; luego pegarla aquí o soltar el archivo.
open-page-too-large = La página es mayor de lo que lee Hearsay (10 MB). Seleccionar en ella el artículo, copiarlo y pegarlo aquí.

what-sample = el ejemplo
what-pasted = el texto pegado
what-sent = la página enviada
what-article = el artículo
what-last = el último artículo leído

step-opening = Abriendo { $what } …
step-fetching = Trayendo { $what } · { $done }
step-fetching-of = Trayendo { $what } · { $done } de { $total }
step-loading = Leyendo { $what } · preparando
step-reading-pages = Leyendo { $what } · página { $done } de { $total }
step-reading-chapters = Leyendo { $what } · capítulo { $done } de { $total }
step-finding = Buscando citas · { $percent } %
step-finding-quotes = Buscando citas …
step-stop-finding = Cancelar la búsqueda de citas
step-progress = Progreso

picker-chapter = ¿Qué capítulo?
picker-chapter-hint = Un libro se puede abrir entero o por capítulos; los textos largos tardan más.
picker-article = ¿Cuál de estos es el artículo?
picker-article-hint = No está claro qué es el artículo en esta página.
picker-offer = Abrir otra versión
picker-offer-hint = Esta página se puede leer de más de una manera.
picker-find = Buscar un capítulo
picker-open = abierto
picker-none = Ningún capítulo tiene esas palabras en el título o al principio.
picker-words =
    { $n ->
        [one] { $shown } palabra
       *[other] { $shown } palabras
    }

refusal-title = No se pudo abrir la dirección
refusal-ways = Una página que el navegador muestra se puede traer de otras maneras:
refusal-open-page = Abrir la página
refusal-bookmarklet = se pulsa allí, en la barra de marcadores. Basta arrastrarlo a la barra una vez.
refusal-save = Guardar la página (Ctrl S) y soltar aquí el archivo.
refusal-copy = Copiarla entera (Ctrl A, Ctrl C) y pegarla aquí.
refusal-phone = En un teléfono, poner Hearsay en la pantalla de inicio y compartir con él el texto de la página.
refusal-dismiss = Cerrar
refusal-no-address = Eso no es una dirección web. Una dirección empieza por https:// y nombra un sitio, como https://example.com/news.
refusal-offline = No hay conexión, así que no se llega a { $host }. Conectarse e intentarlo de nuevo; los artículos guardados y los archivos se abren sin red.
refusal-blocked = { $host } no deja que otras páginas lo lean, o no se llega a él: los navegadores no dicen cuál de las dos cosas.
refusal-status = { $host } respondió con { $status }: { $meaning }.
refusal-silent = { $host } no respondió en 30 segundos. Intentarlo de nuevo o traer la página de otra manera.
refusal-too-large = Lo que hay en esta dirección supera los 64 MB que lee Hearsay. Copiar la parte de { $host } que haga falta y pegarla.
refusal-empty = { $host } respondió con una página vacía.
refusal-status-401 = hay que identificarse para leerla
refusal-status-402 = hay que pagar para leerla
refusal-status-403 = no se la muestra a Hearsay; quizá sea de pago o para personas conocidas
refusal-status-404 = no hay ninguna página en esta dirección; ¿está completa?
refusal-status-410 = la página se retiró para siempre
refusal-status-429 = se le ha preguntado demasiadas veces; intentarlo de nuevo en unos minutos
refusal-status-451 = la página se retiene por razones legales
refusal-status-5xx = tiene problemas propios; intentarlo más tarde
refusal-status-other = no entrega esta página

from-title = Enviar páginas aquí desde cualquier sitio
from-bookmarklet = Enviar a Hearsay
from-drag-title = Arrastrar a la barra de marcadores
from-drag = Arrastrar esto a la barra de marcadores:
from-then = Luego pulsarlo en cualquier página con un artículo: se abre aquí como se ve allí.
from-chrome = Ctrl Mayús B (⌘ Mayús B) muestra la barra.
from-firefox = Ctrl Mayús B muestra la barra; o clic derecho en el botón y añadirlo a marcadores.
from-safari = Visualización, Mostrar barra de favoritos; luego arrastrar.
from-phones = Teléfonos
from-phones-how = marcar cualquier página, editar el marcador, llamarlo «Enviar a Hearsay» y pegar su código como dirección; para usarlo, escribir su nombre en la barra de direcciones de una página. O poner Hearsay en la pantalla de inicio y compartir páginas con él.
from-copy = Copiar su código
from-copied = Copiado.
from-not-copied = El navegador no lo permitió; mejor arrastrar el botón.
from-safe = Entrega la página a esta, en el propio navegador, cuando se pulsa. Nada de la página se ejecuta aquí.
from-proxy-in-use = Un proxy propio para direcciones que los sitios niegan (en uso)
from-proxy-none = Un proxy propio para direcciones que los sitios niegan (ninguno)
from-proxy-keep = Conservar
from-proxy-hint = Ve las direcciones y las palabras de las páginas que trae. Hearsay no incluye ninguno. Vacío para ninguno.

import-failed = No se importó «{ $name }»: { $problem } Nada cambió.
import-empty = El archivo no contiene anotaciones.
import-done = Anotaciones importadas: { $what }.
import-added = { $n } añadidas
import-changed = { $n } cambiadas
import-known = { $n } ya estaban
import-lost = { $n } omitidas porque sus palabras no están en este artículo

## Los artículos guardados.

library-title = Artículos propios
library-looking = Buscando los artículos …
library-empty = Los artículos que se abren quedan aquí, solo en este navegador.
library-count =
    { $n ->
        [one] { $n } artículo
       *[other] { $n } artículos
    }
library-found =
    { $all ->
        [one] { $n } de { $all } artículo
       *[other] { $n } de { $all } artículos
    }
library-searching = { $n } por ahora; la búsqueda sigue …
library-none = Ningún artículo es así.
library-choose-other = ¿Con qué artículo comparar «{ $title }»?
library-earlier =
    { $n ->
        [one] { $n } versión anterior de este artículo
       *[other] { $n } versiones anteriores de este artículo
    }
library-search = Buscar en los artículos
library-search-in = Buscar en título, sitio, texto, voces, etiquetas
library-sort = Ordenar por
library-sort-changed = Últimos cambios
library-sort-opened = Última apertura
library-sort-published = Última publicación
library-sort-title = Título
library-sort-site = Sitio
library-sort-claims = Más afirmaciones
library-sort-suggestions = Más sugerencias
library-with-claims = Con afirmaciones
library-with-suggestions = Con sugerencias
library-unreadable = Ilegibles
library-any-site = Cualquier sitio
library-site = Sitio
library-any-language = Cualquier idioma
library-language = Idioma
library-show-all = Mostrar todos
library-select = Seleccionar …
library-select-all = Seleccionar todos
library-select-one = Seleccionar «{ $title }»
library-delete-n = Borrar { $n }
library-delete = Borrar
library-delete-one = Borrar «{ $title }»
library-compare = Comparar
library-compare-next = Comparar «{ $title }» con la versión siguiente
library-compare-other = Comparar «{ $title }» con otro artículo
library-field-speaker = Voz
library-field-tag = Etiqueta
library-opened = abierto { $day }
library-changed = modificado { $day }
library-quotes =
    { $n ->
        [one] { $n } cita
       *[other] { $n } citas
    }
library-claims =
    { $n ->
        [one] { $n } afirmación
       *[other] { $n } afirmaciones
    }
library-suggestions =
    { $n ->
        [one] { $n } sugerencia
       *[other] { $n } sugerencias
    }
library-space = Hearsay guarda unos { $used } en este navegador, que calcula que caben { $left } más.
library-space-kept = El navegador ha prometido no borrarlo por su cuenta.
library-space-refused = El navegador no prometió conservarlo: si el disco se llena, puede borrarlo. Conviene exportar lo que no deba perderse.
library-space-may-go = Si el disco se llena, el navegador puede borrarlo.
library-space-ask = Pedirle que conserve todo

## Versiones de un artículo.

compare-back-to-article = Volver al artículo
compare-back-to-library = Volver a los artículos
compare-title = Qué cambió
compare-nothing = No se comparan artículos.
compare-working = Comparando …
compare-before = Antes
compare-after = Después
compare-opened = abierto { $when }
compare-field-title = Título
compare-field-author = Autoría
compare-field-date = Fecha
compare-field-modified = Último cambio
compare-fields = Título, autoría, fecha
compare-orphans = Anotaciones propias que perdieron sus palabras
compare-orphans-hint = Están enteras en la versión anterior, y en esta no.
compare-show-before = Mostrar antes
compare-show-after = Mostrar después
compare-quotes = Citas
compare-no-quotes = Ninguna cita se añadió, se quitó ni cambió.
compare-added = Añadida
compare-removed = Quitada
compare-changed = Cambiada
compare-moved = Movida
compare-moved-changed = Movida y cambiada
compare-reworded = Otras palabras
compare-reattributed = Otra atribución
compare-kind-changed = Otra clase
compare-nobody = nadie nombrado
compare-said-by = Lo dice
compare-in-the-words = con las palabras
compare-text = Texto
compare-no-text = No cambió ninguna palabra del texto.

versions-nothing = No cambió ninguna palabra.
versions-fields = Solo cambiaron el título, la autoría o la fecha.
versions-text = Cambió el texto, pero ninguna cita.
versions-quotes =
    { $n ->
        [one] Cambió { $n } cita.
       *[other] Cambiaron { $n } citas.
    }
versions-quote = Cita
versions-note = Nota
versions-newer = Es una versión más reciente de un artículo que ya está guardado.
versions-carried =
    { $n ->
        [one] Se conservó la anotación hecha en él.
       *[other] Se conservaron las { $n } anotaciones hechas en él.
    }
versions-carried-part =
    { $n ->
        [one] De las anotaciones hechas en él, una encontró sus palabras; { $lost } no, y se ven en la comparación.
       *[other] De las anotaciones hechas en él, { $n } encontraron sus palabras; { $lost } no, y se ven en la comparación.
    }
versions-lost =
    { $n ->
        [one] Una anotación propia perdió sus palabras.
       *[other] { $n } anotaciones propias perdieron sus palabras.
    }
versions-cannot = No se puede comparar «{ $title }»: { $reason }.
versions-gone = ya no está guardado y quizá se borró en otra ventana

## Revisar y editar citas.

command-accept-stay = Aceptar la cita o afirmación elegida y quedarse en ella
command-reject-stay = Rechazarla o quitarla y quedarse ahí
command-next-undecided = Siguiente cita sin decidir
command-previous-undecided = Anterior cita sin decidir
command-accept-speaker = Aceptar todas las citas sin decidir de esta voz
command-reject-speaker = Rechazar todas las citas sin decidir de esta voz
command-accept-sure = Aceptar todas las citas seguras al menos al 90 %
command-edit-quote = Editar la cita
command-done-editing = Cerrar el editor
command-add-quote = Hacer una cita de las palabras elegidas
command-split-quote = Dividir la cita
command-join-quotes = Unir la cita con la siguiente
command-next-piece = Siguiente parte de la cita que se edita
command-set-cue = Las palabras elegidas son la introducción
command-set-source = Las palabras elegidas son la mención
command-end-later = La cita termina una palabra después
command-end-earlier = La cita termina una palabra antes
command-start-earlier = La cita empieza una palabra antes
command-start-later = La cita empieza una palabra después
command-end-later-sentence = La cita termina una frase después
command-end-earlier-sentence = La cita termina una frase antes
command-start-earlier-sentence = La cita empieza una frase antes
command-start-later-sentence = La cita empieza una frase después

review-progress = { $decided } de { $all } decididas
review-progress-done = Las { $all } decididas
review-none-undecided = Todas las citas a la vista están decididas.
review-none-to-decide = Entre ellas no hay ninguna cita sin decidir.
review-next-undecided = Siguiente sin decidir
review-accept-sure = Aceptar { $n } desde
review-accept-sure-label = Aceptar todas las citas sin decidir desde esta seguridad
review-sure-from = Seguridad en porcentaje
review-accept-all = Aceptar todas
review-accept-all-label = Aceptar todas: { $n } citas sin decidir de { $name }
review-reject-all-label = Rechazar todas: { $n } citas sin decidir de { $name }
review-n-quotes =
    { $n ->
        [one] { $n } cita
       *[other] { $n } citas
    }
review-edit = Editar
review-accepted = aceptada

review-did-words = Cambiar las palabras de una cita
review-did-kind = Cambiar la clase de una cita
review-did-reports = Cambiar lo que recoge una cita
review-did-modality = Cambiar si una cita se dijo
review-did-cue = Cambiar la introducción de una cita
review-did-source = Cambiar la mención de una cita
review-did-speaker = Dar una cita a { $name }
review-did-no-speaker = Quitar la voz a una cita
review-did-split = Dividir una cita
review-did-join = Unir dos citas
review-did-add = Añadir una cita
review-did-accept-speaker =
    { $n ->
        [one] Aceptar { $n } cita de { $name }
       *[other] Aceptar { $n } citas de { $name }
    }
review-did-reject-speaker =
    { $n ->
        [one] Rechazar { $n } cita de { $name }
       *[other] Rechazar { $n } citas de { $name }
    }
review-did-accept-nobody =
    { $n ->
        [one] Aceptar { $n } cita sin voz
       *[other] Aceptar { $n } citas sin voz
    }
review-did-reject-nobody =
    { $n ->
        [one] Rechazar { $n } cita sin voz
       *[other] Rechazar { $n } citas sin voz
    }
review-did-accept-sure =
    { $n ->
        [one] Aceptar { $n } cita segura al menos al { $percent } %
       *[other] Aceptar { $n } citas seguras al menos al { $percent } %
    }
review-did-reject-sure =
    { $n ->
        [one] Rechazar { $n } cita segura al menos al { $percent } %
       *[other] Rechazar { $n } citas seguras al menos al { $percent } %
    }

review-no-words = Una cita necesita palabras: elegir al menos una en el artículo.
review-last-word = A esta parte le queda una palabra. Quitar la parte o rechazar la cita.
review-paragraph-ends = Una parte termina con su párrafo. Para incluir palabras de otro, hacer de ellas una cita y unir las dos.
review-nothing-to-split = A un lado de ese lugar no hay palabras de la cita. Elegir un lugar entre dos de sus palabras.
review-nothing-to-join = Después de esta no hay cita con la que unirla.
review-select-words-first = Elegir primero las palabras de la cita en el artículo.

review-editor = Editar cita
review-done = Listo
review-words = Palabras
review-piece = Parte { $nth } de { $n }
review-start = Comienzo
review-end = Final
review-start-earlier-sentence = Empezar una frase antes
review-start-earlier = Empezar una palabra antes
review-start-later = Empezar una palabra después
review-start-later-sentence = Empezar una frase después
review-end-earlier-sentence = Terminar una frase antes
review-end-earlier = Terminar una palabra antes
review-end-later = Terminar una palabra después
review-end-later-sentence = Terminar una frase después
review-remove-piece = Quitar esta parte
review-kind = Clase
review-reports = Recoge
review-modality = ¿Dicho?
review-speaker = Voz
review-speaker-unknown = Desconocida
review-cue = Introducción
review-source = Mención
review-none = ninguna
review-use-words = Usar la selección
review-use-words-cue = Las palabras elegidas son la introducción
review-use-words-source = Las palabras elegidas son la mención
review-clear-cue = Sin introducción
review-clear-source = Sin mención
review-choose-words-hint = Para la introducción o la mención, elegir primero palabras en el artículo.
review-split = Dividir
review-split-where = ¿Delante de qué palabra dividir?
review-split-cancel = No dividir
review-join = Unir con la siguiente
review-reject = Rechazar
review-kind-direct = Textual
review-kind-indirect = Indirecta
review-kind-mixed = Mixta
review-reports-speech = Lo hablado
review-reports-writing = Lo escrito
review-reports-thought = Lo pensado
review-reports-stance = Una postura
review-reports-evidence = Un indicio
review-modality-actual = Dicho
review-modality-negated = No dicho
review-modality-hypothetical = Hipotético

review-finding = Buscando citas …
review-no-quotes = No hay citas que mostrar en este artículo. Se pueden elegir palabras y hacer de ellas una cita.
review-legend = Cómo se señalan las clases de citas
review-card-kind = Clase
review-card-source = Mención
review-card-cue = Introducción
review-card-speaker = Voz
review-card-told-by = Se sabe por
review-card-confidence = Seguridad
review-card-tag = Etiqueta
review-card-worth = Por verificar
review-card-note = Nota
review-card-claim = Afirmación
review-card-worth-checking = ¿Por verificar?

## Voces.

command-edit-speaker = Editar la voz de la cita

cast-title = Voces
cast-unknown = Voz desconocida
cast-show-quotes =
    { $n ->
        [one] Mostrar { $n } cita de { $name }, { $percent } % de las palabras citadas
       *[other] Mostrar { $n } citas de { $name }, { $percent } % de las palabras citadas
    }
cast-edit = Editar { $name }
cast-show-all = Mostrar { $n } más
cast-show-fewer = Mostrar menos

cast-editor = Editar voz
cast-done = Listo
cast-name = Nombre
cast-role = Cargo
cast-organisation = Organización
cast-link = Enlace
cast-open-link = Abrir el enlace en otra ventana
cast-merge = La misma voz que
cast-merge-button = Unir
cast-move = Citas de otra voz
cast-move-to = Pasar las citas elegidas a
cast-move-button = Pasar

cast-did-rename = Cambiar el nombre de { $from } a { $to }
cast-did-name = Dar a { $to } las citas sin voz
cast-did-merge = Unir { $n } voces como { $into }
cast-did-move =
    { $n ->
        [one] Pasar { $n } cita a { $to }
       *[other] Pasar { $n } citas a { $to }
    }
cast-did-move-to-nobody =
    { $n ->
        [one] Quitar la voz a { $n } cita
       *[other] Quitar la voz a { $n } citas
    }
cast-did-describe = Describir a { $name }

cast-name-missing = Una voz necesita un nombre: escribir uno o pasar las citas a otra.
cast-link-refused = «{ $link }» no es una dirección web: tiene que empezar por https:// o http://.

## Afirmaciones y su verificación.

claim-step-make = Crear una afirmación
claim-step-tag = Etiquetar como { $tag }
claim-step-untag = Quitar la etiqueta { $tag }
claim-step-tag-quote = Etiquetar la cita como { $tag }
claim-step-untag-quote = Quitar a la cita la etiqueta { $tag }
claim-step-verdict = Veredicto { $verdict }
claim-step-no-verdict = Retirar el veredicto
claim-step-reasoning = Editar el razonamiento
claim-step-add-evidence = Añadir una prueba
claim-step-edit-evidence = Editar una prueba
claim-step-remove-evidence = Quitar una prueba
claim-step-move-evidence = Mover una prueba
claim-step-progress = Estado: { $progress }
claim-step-assignee = Asignar a { $name }
claim-step-no-assignee = No asignar a nadie
claim-step-note = Editar nota

claim-nothing-to-tag = Nada que etiquetar aún: elegir palabras o una cita.
claim-nothing-chosen = Nada de lo que hacer una afirmación aún: elegir palabras o una cita.
claim-tag-is-for-quotes = «{ $tag }» es una etiqueta para citas: elegir una cita y ponérsela.

claim-to-do = Pendiente
claim-in-progress = En curso
claim-done = Hecha

command-claim-card = Abrir la ficha de la afirmación; hacer una de lo elegido
command-claim-sentence = Hacer una afirmación de esta frase
command-claim-progress = Pendiente, en curso, hecha: el estado siguiente
command-claim-verdict = Elegir el veredicto
command-claim-reasoning = Escribir el razonamiento
command-claim-assign = Asignar la afirmación
command-claim-evidence = Añadir una prueba
command-claim-note = Escribir una nota sobre la afirmación
command-worklist = Lista de trabajo: las afirmaciones de todos los artículos

claim-none-yet = Aún no hay afirmaciones.
claim-none-yet-how = Elegir en el artículo palabras o una cita y ponerles una etiqueta: basta una tecla de número. C hace una afirmación sin etiqueta; Mayús C, una de esta frase.
claim-all-hidden = Ninguna afirmación que dejen pasar los filtros.
claim-n-done =
    { $all ->
        [one] { $n ->
            [0] Una afirmación, aún sin hacer
           *[other] Una afirmación, hecha
        }
       *[other] { $n } de { $all } afirmaciones hechas
    }
claim-said-by = Lo dice { $speaker }
claim-said-by-article = En palabras del artículo
claim-assigned-to = La lleva { $name }

claim-tags = Etiquetas
claim-take-tag-off = Quitar la etiqueta { $tag }
claim-add-tag = Añadir una etiqueta
claim-add-tag-prompt = Añadir etiqueta …
claim-verdict = Veredicto
claim-open = Abierto
claim-open-means = La verificación aún no ha dado resultado.
claim-no-scale = El juego de etiquetas «{ $set }» no tiene veredictos.
claim-reasoning = Razonamiento
claim-reasoning-empty = ¿Por qué es ese el veredicto?
claim-progress = Estado
claim-assignee = Quién la verifica
claim-assignee-empty = Nadie aún
claim-note = Nota de trabajo
claim-note-empty = Para uso propio y del equipo
claim-remove = Quitar esta afirmación

claim-evidence = Pruebas
claim-no-evidence = Nada aún. Aquí va aquello en que se apoya el veredicto.
claim-add-evidence = Añadir una prueba
claim-evidence-form = Prueba
claim-evidence-link = Enlace o referencia
claim-evidence-title = Título
claim-evidence-excerpt = Extracto: las palabras que cuentan
claim-evidence-seen = Vista el
claim-evidence-save = Conservar
claim-evidence-cancel = Cancelar
claim-seen = Vista el { $day }
claim-edit-evidence = Editar «{ $title }»
claim-remove-evidence = Quitar «{ $title }»
claim-evidence-up = Subir «{ $title }»
claim-evidence-down = Bajar «{ $title }»

claim-worth-checking = Por verificar
claim-suggest = Sugerir afirmaciones
claim-by-score = Primero las que más conviene verificar
claim-no-suggestions = No hay más sugerencias.
claim-suggestion-facts = { $tag } · { $percent } %
claim-suggestion-facts-said-by = { $tag } · { $percent } % · lo dice { $speaker }
claim-accept = Aceptar
claim-dismiss = Descartar

worklist-title = Lista de trabajo
worklist-loading = Buscando las afirmaciones de los artículos …
worklist-unreadable = No se pudieron leer las afirmaciones de los artículos{ $why }
worklist-empty = Aún no hay afirmaciones en ningún artículo.
worklist-empty-how = Abrir un artículo, elegir palabras que se puedan verificar y ponerles una etiqueta. Aquí aparecen todas las afirmaciones de todos los artículos.
worklist-search = Buscar en afirmaciones, artículos, voces, etiquetas, nombres
worklist-arrange = Agrupar por
worklist-by-progress = Estado
worklist-by-article = Artículo
worklist-by-assignee = Quién verifica
worklist-by-change = Último cambio
worklist-any-verdict = Cualquier veredicto
worklist-any-tag = Cualquier etiqueta
worklist-anybody = De cualquiera
worklist-nobody = De nadie aún
worklist-show-all = Mostrar todas
worklist-count =
    { $n ->
        [one] Una afirmación
       *[other] { $n } afirmaciones
    }
worklist-found = { $n } de { $all } afirmaciones
worklist-none-found = Ninguna afirmación es así.
worklist-more = Mostrar más ({ $n })
worklist-open-claim = Abrir el artículo en esta afirmación
worklist-changed = Hecho: { $step }.
worklist-not-changed = No se pudo cambiar la afirmación de «{ $title }»: { $why }
worklist-gone = el artículo ya no está guardado; quizá se borró en otra ventana.

## Juegos de etiquetas.

command-tag-sets = Juegos de etiquetas
tags-step = Cambiar de juego de etiquetas

tags-discarded = Se descartaron los cambios de «{ $name }».
tags-deleted = Se borró el juego de etiquetas «{ $name }». Los artículos que lo usan lo conservan.
tags-import-same = El juego de etiquetas «{ $name }» ya está aquí, tal como en el archivo.
tags-applied-here = Este artículo usa ahora el juego de etiquetas «{ $name }».
tags-applied-everywhere =
    { $n ->
        [one] Este artículo y otro más usan ahora el juego de etiquetas «{ $name }».
       *[other] Este artículo y otros { $n } usan ahora el juego de etiquetas «{ $name }».
    }
tags-applied-others =
    { $n ->
        [one] Un artículo usa ahora el juego de etiquetas «{ $name }».
       *[other] { $n } artículos usan ahora el juego de etiquetas «{ $name }».
    }
tags-taken-back = Todos los artículos vuelven a tener el juego de etiquetas de antes.
tags-partly-taken-back =
    { $n ->
        [one] Los artículos vuelven a tener el juego de etiquetas de antes, salvo uno que cambió desde entonces.
       *[other] Los artículos vuelven a tener el juego de etiquetas de antes, salvo { $n } que cambiaron desde entonces.
    }

tags-not-saved = No se guardó el juego de etiquetas «{ $name }»{ $reason }
tags-not-deleted = No se pudo borrar el juego de etiquetas «{ $name }»{ $reason }
tags-not-exported = El navegador no aceptó el archivo. Hay que permitir descargas para esta página e intentarlo de nuevo.
tags-not-imported = No se importó «{ $file }»: { $reason }. Nada cambió.
tags-not-applied = El juego de etiquetas no se cambió en ninguna parte{ $reason }
tags-not-taken-back = No se pudieron devolver los otros artículos a como estaban{ $reason }

tags-title = Juegos de etiquetas
tags-lead = Un juego de etiquetas dice con qué se etiquetan las afirmaciones y las citas, y qué puede resultar de la verificación de una afirmación. Cada artículo tiene uno.
tags-list = Juegos de etiquetas
tags-own = Propios
tags-none-own = Ninguno aún. Hacer una copia de uno incluido o traer uno como archivo.
tags-built-in = Incluidos
tags-new = Nuevo juego de etiquetas
tags-new-name = Nuevo juego de etiquetas
tags-import = Importar de un archivo
tags-no-name = Sin nombre
tags-counts =
    { $tags ->
        [one] Una etiqueta
       *[other] { $tags } etiquetas
    }, { $verdicts ->
        [0] sin veredictos
        [one] un veredicto
       *[other] { $verdicts } veredictos
    }
tags-in-use = En este artículo
tags-unsaved = Sin guardar
tags-older = El artículo abierto tiene otra versión de este juego de etiquetas.
tags-use-here = Usar en este artículo
tags-used-here = En uso en este artículo
tags-copy = Hacer una copia
tags-copy-name = { $name } (copia)
tags-export = Exportar como archivo
tags-delete = Borrar
tags-read-only = Este juego de etiquetas viene incluido y queda como está. Para cambiarlo, hacer una copia.
tags-tags = Etiquetas
tags-verdicts = Veredictos
tags-cancel = Cancelar
tags-for-claims = Para afirmaciones
tags-for-quotes = Para citas
tags-for-both = Para afirmaciones y citas

tags-incoming = ¿Importar «{ $name }»?
tags-incoming-there = Ya hay un juego de etiquetas con el mismo identificador: «{ $name }». Conservar los dos o poner el del archivo en su lugar.
tags-incoming-built-in = Tiene el identificador de un juego incluido: «{ $name }». Se conserva a su lado.
tags-incoming-add = Añadirlo
tags-incoming-both = Conservar los dos
tags-incoming-replace = Reemplazar el propio

tags-name = Nombre
tags-description = Para qué es
tags-verdicts-lead = Qué puede resultar de la verificación de una afirmación, por orden. Dejar la lista vacía para un juego sin veredictos.
tags-add-tag = Añadir una etiqueta
tags-add-verdict = Añadir un veredicto
tags-drag = Arrastrar a otro lugar
tags-moved = Ahora en el lugar { $place } de { $n }.
tags-row-label = Nombre del n.º { $place }
tags-row-label-hint = Nombre
tags-row-color = Color del n.º { $place }
tags-row-key = Tecla del n.º { $place }
tags-row-key-hint = Tecla
tags-row-applies = Para qué es el n.º { $place }
tags-row-description = Cuándo usar el n.º { $place }
tags-row-description-hint = Cuándo usarlo
tags-row-up = Subir el n.º { $place }
tags-row-down = Bajar el n.º { $place }
tags-row-remove = Quitar el n.º { $place }
tags-save = Guardar
tags-discard = Descartar cambios
tags-all-saved = Todo está guardado.
tags-not-yet-saved = Aún sin guardar. Los artículos conservan el juego como estaba.
tags-to-mend =
    { $n ->
        [one] Hay una cosa que arreglar antes de poder guardar.
       *[other] Hay { $n } cosas que arreglar antes de poder guardar.
    }
tags-color =
    { $color ->
        [0] Azul
        [1] Óxido
        [2] Verde
        [3] Morado
        [4] Ámbar
        [5] Rosa
        [6] Verde azulado
        [7] Oliva
        [8] Rojo
        [9] Índigo
        [10] Gris
       *[other] Marrón
    }
tags-wrong-id = Otra tiene el mismo identificador. Quitar esta y añadirla de nuevo.
tags-wrong-no-name = Hay que darle un nombre.
tags-wrong-long = Es demasiado largo. Acortarlo.
tags-wrong-many = No caben más de { $n }. Quitar algunas.
tags-wrong-same-key = La tecla { $key } ya pone «{ $other }». Elegir otra, o ninguna.
tags-wrong-key = La tecla { $key } hace otra cosa. Elegir una cifra, una de d, g, i, l, m, n, q, u, y, z, o ninguna.
tags-wrong-color = Ese color no existe. Elegir otro.

tags-plan-same = ¿Poner «{ $name }» al día en este artículo?
tags-plan-other = ¿Cambiar este artículo de «{ $old }» a «{ $new }»?
tags-plan-articles = ¿Poner «{ $name }» al día en los artículos que lo usan?
tags-plan-lead = Lo que está en uso, y en qué se convierte:
tags-plan-nothing = Ninguna afirmación ni cita tiene aún etiqueta o veredicto, así que no cambia nada más.
tags-plan-unused =
    { $n ->
        [one] No se muestra una etiqueta o veredicto que nada tiene.
       *[other] No se muestran { $n } etiquetas y veredictos que nada tiene.
    }
tags-plan-counts =
    { $claims ->
        [0] Ninguna afirmación
        [one] 1 afirmación
       *[other] { $claims } afirmaciones
    }, { $quotes ->
        [0] ninguna cita
        [one] 1 cita
       *[other] { $quotes } citas
    }, { $suggested ->
        [0] ninguna sugerencia
        [one] 1 sugerencia
       *[other] { $suggested } sugerencias
    }
tags-plan-becomes = pasa a ser
tags-plan-becomes-what = En qué se convierte «{ $tag }»
tags-plan-dropped = Nada: se quita
tags-plan-lost =
    { $n ->
        [one] Una la pierde
       *[other] { $n } la pierden
    }
tags-plan-bare =
    { $n ->
        [one] Una afirmación o cita se quedará sin etiqueta. Sus palabras, nota, veredicto y pruebas se conservan.
       *[other] { $n } afirmaciones y citas se quedarán sin etiqueta. Sus palabras, notas, veredictos y pruebas se conservan.
    }
tags-plan-counting = Mirando los otros artículos …
tags-plan-not-counted = No se pudieron mirar los otros artículos{ $reason }
tags-plan-no-others = Ningún otro artículo usa «{ $name }».
tags-plan-others =
    { $n ->
        [one] Cambiar también el otro artículo que usa «{ $name }».
       *[other] Cambiar también los otros { $n } artículos que usan «{ $name }».
    }
tags-plan-others-tagged =
    { $n ->
        [0] Allí no hay nada etiquetado.
        [one] Allí hay etiquetada una afirmación o cita.
       *[other] Allí hay { $n } etiquetas puestas.
    }
tags-plan-apply = Cambiar
tags-plan-leave = Dejarlos como están

tags-bar = Etiquetar lo elegido
tags-bar-words = Palabras
tags-bar-suggestion = ¿Por verificar?
tags-bar-is-claim = Afirmación
tags-bar-is-quote = Cita
tags-bar-is-note = Nota
tags-bar-quote = Etiquetar la cita
tags-bar-claim = Hacer de ella una afirmación
tags-bar-none = El juego de etiquetas «{ $name }» no tiene ninguna para esto.
tags-bar-unknown-speaker = Voz desconocida
tags-bar-accept = Aceptar
tags-bar-accept-title = Aceptar (A)
tags-bar-reject = Rechazar
tags-bar-reject-title = Rechazar (X)
tags-bar-remove = Quitar
tags-bar-remove-title = Quitar esta afirmación (X)
tags-bar-let-go = Soltar
tags-bar-let-go-title = Soltar (Esc)
tags-bar-told-by = se sabe por «{ $words }»
tags-bar-told-by-title = Mostrar estas palabras (E)

## Resumen, mapa, filtros, búsqueda.

command-find = Buscar en el artículo
command-find-close = Dejar de buscar y elegir lo encontrado
command-find-next = Siguiente lugar encontrado
command-find-previous = Lugar encontrado anterior
command-filters = Filtrar citas y afirmaciones
command-show-everything = Mostrar todo de nuevo
command-overview = Resumen del artículo

seeing-label = Buscar y filtrar
filter-button = Filtrar
filter-remove = No mostrar solo: { $what }
filter-hidden =
    { $n ->
        [0] Nada está oculto.
        [one] Hay oculta una cita o afirmación.
       *[other] Hay ocultas { $n } citas y afirmaciones.
    }
filter-show-everything = Mostrar todo
filter-title = Mostrar solo
filter-done = Listo
filter-speakers = Voces
filter-kinds = Clases de citas
filter-tags = Etiquetas
filter-standings = Estado
filter-verdicts = Veredictos
filter-confidence = Seguridad del motor
filter-from = Desde
filter-to = Hasta
filter-percent = { $n } por ciento
filter-between = Seguridad { $from }–{ $to } %
filter-nobody = Voz desconocida
filter-direct = Textual
filter-indirect = Indirecta
filter-mixed = Mixta
filter-suggested = Sugerida
filter-accepted = Aceptada
filter-rejected = Rechazada
filter-to-do = Pendiente
filter-in-progress = En curso
filter-checked = Hecha
filter-no-verdict = Aún sin veredicto
filter-count =
    { $n ->
        [one] Una cita o afirmación
       *[other] { $n } citas y afirmaciones
    }

filter-unsaid = También pensamientos, posturas e indicios
filter-threshold = Seguridad desde
filter-n-unsure =
    { $n ->
        [one] Oculta una cita
       *[other] Oculta { $n } citas
    }
filter-more-unsaid =
    { $n ->
        [one] Una más: pensamiento, postura o indicio
       *[other] { $n } más: pensamientos, posturas, indicios
    }
filter-more-unsure =
    { $n ->
        [one] Una más, menos segura
       *[other] { $n } más, menos seguras
    }
filter-show = Mostrar
filter-show-all = Mostrar todas

find-button = Buscar
find-label = Buscar en el artículo
find-place = { $at } de { $n }
find-nothing = Nada encontrado
find-next = Lugar siguiente
find-previous = Lugar anterior
find-whole-words = Palabras enteras
find-said-by = Lo dice
find-anyone = Cualquiera o nadie
find-close = Cerrar

map-label = Mapa del artículo
map-place = { $n } por ciento del artículo

overview-tab = Resumen
overview-words = Palabras
overview-quoted = Palabras citadas
overview-quotes = Citas
overview-claims = Afirmaciones
overview-suggested = Por verificar
overview-percent = { $n } %
overview-under-one = menos del 1 %
overview-by-speaker = Palabras por voz
overview-by-kind = Palabras por clase de cita
overview-chart-about = Cada trozo de la barra es tan largo como su parte de las palabras citadas. La tabla de abajo tiene los números.
overview-piece = { $what }: { $words } palabras, { $percent }
overview-speaker = Voz
overview-kind = Clase
overview-share = Parte
overview-number = Número
overview-tags = Etiquetas
overview-tag = Etiqueta
overview-standings = Estado
overview-standing = Estado
overview-verdicts = Veredictos
overview-verdict = Veredicto
overview-all-speakers = Las { $n } voces
overview-fewer-speakers = Menos voces
overview-density = Dónde se cita
overview-density-about = El artículo de principio a fin, en partes. Cuanto más alta una barra, más se cita en su parte; un punto debajo indica afirmaciones. La tabla de abajo tiene los números.
overview-part = Parte
overview-part-about =
    { $claims ->
        [0] Parte { $part }: { $percent } citado
        [one] Parte { $part }: { $percent } citado, una afirmación
       *[other] Parte { $part }: { $percent } citado, { $claims } afirmaciones
    }
overview-go-to-part = Ir a la parte { $part }
overview-numbers = Los números
overview-nothing = Aún no hay nada que mostrar de este artículo.

## Comparar a quienes anotan.

command-agreement = Comparar anotaciones …
command-agreement-next = Comparación: diferencia siguiente
command-agreement-previous = Comparación: diferencia anterior
command-agreement-nothing = Comparación: no marcar nada ahí (de 1 a 9 se toma lo de una persona)
command-agreement-own = Comparación: marcar ahí algo propio
command-agreement-undo = Comparación: deshacer la última decisión
command-agreement-redo = Comparación: rehacer la decisión

agreement-title = Comparar anotaciones
agreement-back = Volver al artículo
agreement-intro = Lo que otras personas marcaron en «{ $title }» llega en archivos de anotaciones exportadas. Aquí se ve hasta qué punto coinciden; donde no, se decide, y el resultado se puede llevar.

agreement-people = Quienes anotan
agreement-me = Propias
agreement-files = Archivos de anotaciones
agreement-add = Añadir archivos …
agreement-drop = Varios a la vez, o soltados en esta página. Se comparan y no entran en las anotaciones propias.
agreement-name = Nombre de quien hizo { $file }
agreement-marks =
    { $n ->
        [one] una marca que comparar
       *[other] { $n } marcas que comparar
    }
agreement-marks-in =
    { $n ->
        [one] una marca que comparar, de { $file }
       *[other] { $n } marcas que comparar, de { $file }
    }
agreement-remove = Quitar a { $name }
agreement-lost =
    { $n ->
        [one] Una anotación señala palabras que no están en este artículo
       *[other] { $n } anotaciones señalan palabras que no están en este artículo
    }
agreement-compare = Comparar
agreement-both = afirmaciones y citas
agreement-claims = afirmaciones
agreement-quotes = citas
agreement-how = Cuenta lo que las personas hicieron, cambiaron o aceptaron. Las afirmaciones se comparan por sus palabras y etiquetas; las citas, por sus palabras, clase y etiquetas. No se compara quién habla.

agreement-not-read = No se incluyó «{ $file }»: { $problem }.
agreement-other-article = No se incluyó «{ $file }»: es de otro artículo o de otra versión de este. De sus { $all } anotaciones solo { $found } encuentran aquí sus palabras. Hace falta una exportación del artículo abierto.
agreement-nothing-in-it =
    { $n ->
        [0] No se incluyó «{ $file }»: no contiene anotaciones.
       *[other] No se incluyó «{ $file }»: nadie hizo, cambió ni aceptó nada en él. Solo se compara lo que decidió una persona.
    }

agreement-working = Comparando …
agreement-one-only = De momento anota una sola persona; añadir otro archivo para comparar.
agreement-taken-over = El resultado está en este artículo. Lo que se ve aquí es la comparación de antes.
agreement-again = Comparar de nuevo

agreement-figures = Hasta qué punto coinciden
agreement-table-claims =
    { $n ->
        [one] Afirmaciones, sobre una palabra de texto
       *[other] Afirmaciones, sobre { $n } palabras de texto
    }
agreement-table-quotes =
    { $n ->
        [one] Citas, sobre una palabra de texto
       *[other] Citas, sobre { $n } palabras de texto
    }
agreement-no-claims = Nadie marcó una afirmación.
agreement-no-quotes = Nadie hizo, cambió ni aceptó una cita.
agreement-tag = Etiqueta
agreement-no-tag = Sin etiqueta
agreement-direct = Textual
agreement-indirect = Indirecta
agreement-mixed = Mixta
agreement-all = Todas
agreement-alpha = α de Krippendorff
agreement-exact = F1, mismas palabras
agreement-overlap = F1, la mitad o más
agreement-none = ninguno
agreement-decimal = { $whole },{ $rest }
agreement-negative = −{ $whole },{ $rest }
agreement-reliable = fiable
agreement-tentative = provisional
agreement-unreliable = demasiado bajo para fiarse
agreement-undefined = Sin definir
agreement-no-variation = todas las palabras tienen la misma respuesta, así que el acuerdo podría ser azar
agreement-too-varied = demasiadas etiquetas distintas para calcularlo
agreement-read-alpha = Cómo leer α: 1 es acuerdo perfecto, 0 es lo que daría el azar, por debajo de 0 es peor que el azar. Desde 0,80 las conclusiones se tienen por fiables; desde 0,67, por provisionales. Con pocas marcas dice poco.
agreement-read-f1 = α cuenta palabras: cuáles llevan la etiqueta. F1 cuenta marcas, de 0 a 1: cuántas encuentran pareja con las mismas palabras, o una que comparte al menos la mitad. La puntuación nunca cuenta.

agreement-differences = Dónde difieren
agreement-progress =
    { $all ->
        [0] No hay nada que decidir.
       *[other] { $decided } de { $all } decididas.
    }
agreement-agreed =
    { $n ->
        [0] Ninguna marca es igual para todos.
        [one] Una marca es igual para todos.
       *[other] { $n } marcas son iguales para todos.
    }
agreement-keys = Teclas: J y K para la siguiente y la anterior, de 1 a 9 para tomar lo de una persona, 0 para nada, O para algo propio, Ctrl Z para deshacer.
agreement-kind = Clase
agreement-any-kind = cualquiera
agreement-any-tag = cualquiera
agreement-kind-missing = No marcada por todos
agreement-kind-boundaries = Otras palabras
agreement-kind-tags = Otras etiquetas
agreement-kind-several = Varias diferencias
agreement-previous = Anterior
agreement-next = Siguiente
agreement-page-before = Anteriores
agreement-page-after = Posteriores
agreement-page = { $from } a { $to } de { $all }
agreement-filtered = Ninguna diferencia es de esta clase y etiqueta.
agreement-nth = { $n }. { $kind }
agreement-quote = Cita
agreement-claim = Afirmación
agreement-decided = Decidida
agreement-marked-nothing = no marcó nada aquí
agreement-take = Tomar lo que marcó { $name }
agreement-take-this = Tomar
agreement-nothing = Nada
agreement-own = Algo propio …
agreement-own-made = Propia

agreement-own-title = Marca propia
agreement-own-start = Comienzo
agreement-own-end = Final
agreement-start-earlier = Empezar una palabra antes
agreement-start-later = Empezar una palabra después
agreement-end-earlier = Terminar una palabra antes
agreement-end-later = Terminar una palabra después
agreement-own-keep = Conservar
agreement-own-leave = Cancelar

agreement-result = Resultado
agreement-result-all = Todo está decidido.
agreement-result-open =
    { $n ->
        [one] Una diferencia sigue abierta: en este artículo queda como está, y en el archivo no va.
       *[other] { $n } diferencias siguen abiertas: en este artículo quedan como están, y en el archivo no van.
    }
agreement-take-over = Pasar a este artículo
agreement-export = Exportar el resultado (JSON-LD)
agreement-kept = La comparación y las decisiones duran hasta cerrar o recargar esta página, o comparar otro artículo. Conviene exportar o pasar al artículo lo que deba durar.
agreement-not-exported = El navegador no aceptó el archivo; hay que permitir descargas para esta página e intentarlo de nuevo.
agreement-nothing-to-take = Este artículo ya lo tiene todo; nada cambió.
agreement-step = Pasar al artículo lo acordado

## El artículo impreso.

print-speakers = Quién dijo qué
print-speaker-unknown = Voz desconocida
print-claims = Afirmaciones
print-said-by = lo dice { $speaker }
command-print = Imprimir el artículo con sus citas y afirmaciones

## El panel junto al artículo.

panel-label = Citas y afirmaciones
panel-lists = Listas
panel-quotes = Citas
panel-claims = Afirmaciones
panel-worth-checking = Por verificar
panel-close = Cerrar el panel
panel-bar = Panel

## El almacenamiento. Las razones continúan la frase anterior.

storage-list-unread = No se pudo leer la lista de artículos{ $because }
storage-texts-unread = No se pudieron leer las palabras de los artículos{ $because }
storage-unread = no se pudo leer lo guardado{ $because }
storage-not-saved = El último cambio no está guardado{ $because }
storage-protected = El último cambio no está guardado, porque este artículo está guardado en una forma que no se debe sobrescribir: { $reason }. Conviene exportar las anotaciones.
storage-not-deleted = No se pudo borrar «{ $title }»{ $because }
storage-not-deleted-several =
    { $n ->
        [one] No se pudo borrar un artículo{ $because }
       *[other] No se pudieron borrar { $n } artículos{ $because }
    }
storage-not-restored = No se pudo recuperar lo borrado{ $because }
storage-unavailable = Este navegador no da almacenamiento a Hearsay aquí, como en algunas ventanas privadas ({ $reason }). Todo funciona, pero nada se conserva al cerrar la página: exportar lo que deba durar.
storage-because-full = : el almacenamiento que da el navegador está lleno. Lo guardado antes sigue ahí. Exportar las anotaciones, borrar artículos que ya no hagan falta e intentarlo de nuevo.
storage-because-closed = : el navegador cerró la base de datos, o se borró en otra parte. Intentarlo de nuevo o exportar las anotaciones.
storage-because = { " " }({ $reason }). Lo guardado antes sigue ahí; intentarlo de nuevo o exportar las anotaciones.
storage-unlisted = Un artículo que no se puede listar
storage-damaged-line = Su línea en la lista está dañada.
storage-no-reason = sin razón indicada
storage-none-here = el navegador no da almacenamiento aquí

mark-quote = cita: { $what }
mark-claim = afirmación: { $what }
mark-suggestion = ¿por verificar? { $what }
mark-note = nota

